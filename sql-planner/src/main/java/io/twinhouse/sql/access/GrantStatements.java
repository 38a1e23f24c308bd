// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.AccessChange;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.Privileges;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** GRANT and REVOKE. */
public final class GrantStatements {

  private final PlanningContext context;

  public GrantStatements(PlanningContext context) {
    this.context = context;
  }

  /**
   * The change that a statement asks for.
   *
   * @throws TwinhouseException SYNTAX_ERROR for a privilege that is none, INVALID_GRANT for one
   *     that is not granted on such a thing
   */
  public Statement of(Grant grant) {
    AccessStatements.refuseCluster(grant.cluster());
    AccessChange change;
    if (grant.roles() == null) {
      List<RightsElement> elements = new ArrayList<>();
      for (Grant.Privilege privilege : grant.privileges()) {
        elements.add(element(privilege, grant.option()));
      }
      change =
          new AccessChange.GrantRights(
              grant.revoke(), elements, AccessStatements.names(grant.users()), grant.replace());
    } else {
      change =
          new AccessChange.GrantRoles(
              grant.revoke(),
              AccessStatements.names(grant.roles()),
              AccessStatements.names(grant.users()),
              grant.option(),
              grant.replace());
    }
    return new Statement.ChangeAccess(change);
  }

  /** Whether the asking user has all these rights. */
  public boolean has(List<Grant.Privilege> privileges) {
    Permissions permissions = context.permissions();
    List<RightsElement> elements = new ArrayList<>();
    for (Grant.Privilege privilege : privileges) {
      elements.add(element(privilege, false));
    }
    return permissions == null || elements.stream().allMatch(permissions::allows);
  }

  private RightsElement element(Grant.Privilege privilege, boolean option) {
    if (privilege.right().equals("USAGE")) {
      return element(PrivilegeSet.NONE, List.of(), option);
    }
    if (!Privileges.isKnown(privilege.right())) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: there is no privilege " + privilege.right());
    }
    PrivilegeSet set = PrivilegeSet.of(privilege.right());
    ObjectName object = privilege.object();
    if (object.prefix() && !privilege.columns().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: columns of tables whose names begin alike");
    }
    List<String> path = Privileges.areNamed(set) ? name(object) : path(object);
    int names = privilege.columns().isEmpty() ? path.size() : 3;
    PrivilegeSet possible = Privileges.grantable(set, names);
    if (possible.isEmpty()) {
      String level = names == 3 ? "column" : names == 2 ? "table" : "database";
      throw new TwinhouseException(
          ErrorCode.INVALID_GRANT,
          privilege.right() + " cannot be granted on the " + level + " level.");
    }
    RightsElement element = element(possible, path, option).onColumns(privilege.columns());
    return object.prefix() ? element.onPrefix() : element;
  }

  private static RightsElement element(PrivilegeSet set, List<String> path, boolean option) {
    RightsElement element = RightsElement.of(set, path.toArray(new String[0]));
    return option ? element.withGrantOption() : element;
  }

  private List<String> path(ObjectName object) {
    boolean anyTable = object.table().equals(ObjectName.ANY);
    if (ObjectName.ANY.equals(object.database())) {
      return List.of();
    }
    String database = object.database() == null ? context.bind().database() : object.database();
    return anyTable ? List.of(database) : List.of(database, object.table());
  }

  /** What has a name that is no database's: a user, an engine, a source. */
  private static List<String> name(ObjectName object) {
    boolean any =
        object.table().equals(ObjectName.ANY)
            && (object.database() == null || object.database().equals(ObjectName.ANY));
    if (any) {
      return List.of();
    }
    return object.database() == null
        ? List.of(object.table())
        : List.of(object.database(), object.table());
  }
}
