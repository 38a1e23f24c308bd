// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user that the engine's opener lets in, as a server's users.xml has them.
 *
 * @param administration what they may do beside working with tables
 * @param settings what their sessions begin with
 */
public record AccountRules(
    String name, Credential credential, Administration administration, List<SettingRule> settings) {

  /** What the opener lets a user manage. */
  public enum Administration {
    NONE,
    /** Users, roles and rights: access_management. */
    ACCESS,
    /** These and named collections, so that there is nothing that is not allowed. */
    ALL
  }

  private static final List<SettingRule> PROFILE = List.of(SettingRule.inherit("default"));

  public AccountRules {
    settings = List.copyOf(settings);
  }

  /** Somebody who may do everything but manage users and rights. */
  public static AccountRules ofOrdinary(String name, Credential credential) {
    return new AccountRules(name, credential, Administration.NONE, PROFILE);
  }

  /** The same with these rights to manage. */
  public AccountRules withAdministration(Administration wanted) {
    return new AccountRules(name, credential, wanted, settings);
  }

  /** The same with settings for their sessions. */
  public AccountRules withSettings(Map<String, String> values) {
    return new AccountRules(
        name,
        credential,
        administration,
        Stream.concat(
                settings.stream(),
                values.entrySet().stream()
                    .map(entry -> SettingRule.value(entry.getKey(), entry.getValue())))
            .toList());
  }
}
