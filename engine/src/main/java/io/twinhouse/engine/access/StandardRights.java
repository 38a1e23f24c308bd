// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

/** What users have whom nobody granted anything: those that the engine was opened with. */
final class StandardRights {

  private static final PrivilegeSet NAMED_COLLECTIONS = PrivilegeSet.of("NAMED COLLECTION ADMIN");

  /** All but managing users and rights, as a user of users.xml without access_management. */
  static final GrantedRights ORDINARY =
      new GrantedRights(
          Rights.everywhere(
              Privileges.ALL
                  .without(PrivilegeSet.of("ACCESS MANAGEMENT"))
                  .without(NAMED_COLLECTIONS)),
          Rights.NONE);

  /** All, to be granted to others, as a user of users.xml with access_management. */
  private static final GrantedRights ADMINISTRATOR =
      grantable(Privileges.ALL.without(NAMED_COLLECTIONS));

  private static final GrantedRights EVERYTHING = grantable(Privileges.ALL);

  /**
   * The rights of somebody whom the engine does not know by name: its own program, which could do
   * as it likes anyway.
   */
  static final GrantedRights OWNER = ORDINARY;

  private StandardRights() {}

  private static GrantedRights grantable(PrivilegeSet set) {
    return new GrantedRights(Rights.everywhere(set), Rights.everywhere(set));
  }

  static GrantedRights of(AccountRules.Administration administration) {
    return switch (administration) {
      case NONE -> ORDINARY;
      case ACCESS -> ADMINISTRATOR;
      case ALL -> EVERYTHING;
    };
  }
}
