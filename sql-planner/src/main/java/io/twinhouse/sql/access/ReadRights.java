// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.analyse.scope.PlanDependencies;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/**
 * The rights that a query takes: SELECT on the columns that its plan reads. What the plan leaves
 * out, such as columns of a sub-query that nobody asks for, needs no right, as on the server. A
 * view is read with the rights of who asks, a materialized view's table with those of its definer.
 */
public final class ReadRights {

  private static final PrivilegeSet SELECT = PrivilegeSet.of("SELECT");

  private final Permissions permissions;
  private final PlanDependencies used;

  private ReadRights(Permissions permissions, PlanDependencies used) {
    this.permissions = permissions;
    this.used = used;
  }

  /**
   * Requires what {@code trimmed} reads.
   *
   * @param trimmed planned without row policies, whose columns need no right
   * @param used what its analysis met
   */
  public static void check(Permissions permissions, RelQuery trimmed, PlanDependencies used) {
    ReadRights rights = new ReadRights(permissions, used);
    used.systemTables().forEach(rights::require);
    used.viewsRead().forEach(rights::view);
    trimmed.subqueries().forEach(rights::tables);
    rights.tables(trimmed.root());
  }

  private void require(TableName name) {
    permissions.check(RightsElement.of(SELECT, name.database(), name.table()));
  }

  private void view(TableName name) {
    RightsElement whole = RightsElement.of(SELECT, name.database(), name.table());
    if (!permissions.allows(whole) && permissions.allowsSomewhere(whole)) {
      throw AccessStatements.notImplemented(
          "SELECT of some columns of a view, with no right to all");
    }
    permissions.check(whole);
  }

  private void tables(RelNode node) {
    if (node instanceof ReadTable read) {
      table(read);
    }
    node.getInputs().forEach(this::tables);
  }

  private void table(ReadTable read) {
    TableDefinition table = read.source().table().definition();
    TableName name = table.name();
    if (!used.tablesRead().contains(name)) {
      return;
    }
    RightsElement whole = RightsElement.of(SELECT, name.database(), name.table());
    if (permissions.allows(whole)) {
      return;
    }
    boolean computed = table.columns().stream().anyMatch(c -> c.kind() == Kind.ALIAS);
    if (computed && permissions.allowsSomewhere(whole)) {
      throw AccessStatements.notImplemented(
          "SELECT of some columns of a table with ALIAS columns, with no right to all");
    }
    List<String> columns = read.reads().stream().map(ColumnRead::column).distinct().toList();
    permissions.checkSelect(name.database(), name.table(), columns);
  }
}
