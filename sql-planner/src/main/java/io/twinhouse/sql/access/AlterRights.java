// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rights that ALTER TABLE takes, action by action. */
final class AlterRights {

  private static final Map<Class<? extends AlterAction>, String> BY_ACTION =
      Map.ofEntries(
          Map.entry(AlterAction.AddColumn.class, "ALTER ADD COLUMN"),
          Map.entry(AlterAction.DropColumn.class, "ALTER DROP COLUMN"),
          Map.entry(AlterAction.ClearColumn.class, "ALTER CLEAR COLUMN"),
          Map.entry(AlterAction.ModifyColumn.class, "ALTER MODIFY COLUMN"),
          Map.entry(AlterAction.AddEnumValues.class, "ALTER MODIFY COLUMN"),
          Map.entry(AlterAction.RemoveFromColumn.class, "ALTER MODIFY COLUMN"),
          Map.entry(AlterAction.ColumnSettings.class, "ALTER MODIFY COLUMN"),
          Map.entry(AlterAction.RenameColumn.class, "ALTER RENAME COLUMN"),
          Map.entry(AlterAction.CommentColumn.class, "ALTER COMMENT COLUMN"),
          Map.entry(AlterAction.ModifyComment.class, "ALTER MODIFY COMMENT"),
          Map.entry(AlterAction.ModifyOrderBy.class, "ALTER ORDER BY"),
          Map.entry(AlterAction.ModifySampleBy.class, "ALTER SAMPLE BY"),
          Map.entry(AlterAction.ModifyTtl.class, "ALTER TTL"),
          Map.entry(AlterAction.ModifySettings.class, "ALTER SETTINGS"),
          Map.entry(AlterAction.ResetSettings.class, "ALTER SETTINGS"),
          Map.entry(AlterAction.ModifyQuery.class, "ALTER VIEW MODIFY QUERY"),
          Map.entry(AlterAction.ModifySecurity.class, "ALTER VIEW MODIFY SQL SECURITY"),
          Map.entry(AlterAction.AddIndex.class, "ALTER ADD INDEX"),
          Map.entry(AlterAction.AddConstraint.class, "ALTER ADD CONSTRAINT"),
          Map.entry(AlterAction.AddProjection.class, "ALTER ADD PROJECTION"),
          Map.entry(AlterAction.Update.class, "ALTER UPDATE"),
          Map.entry(AlterAction.Delete.class, "ALTER DELETE"),
          Map.entry(AlterAction.FetchPartition.class, "ALTER FETCH PARTITION"));

  private AlterRights() {}

  /** All that {@code alter} takes, in order. */
  static List<RightsElement> of(
      AlterTable alter, TableName table, Function<Identifier, TableName> names) {
    List<RightsElement> all = new ArrayList<>();
    for (AlterAction action : alter.actions()) {
      all.addAll(of(action, table, names));
    }
    return all;
  }

  private static List<RightsElement> of(
      AlterAction action, TableName table, Function<Identifier, TableName> names) {
    if (action instanceof AlterAction.CopyPartition copy) {
      String[] written = copy.replace() ? both("INSERT", "ALTER DELETE") : both("INSERT");
      return List.of(right(names.apply(copy.from()), "SELECT"), right(table, written));
    }
    if (action instanceof AlterAction.MovePartition move) {
      RightsElement away = right(table, "ALTER MOVE PARTITION");
      return move.toTable() == null
          ? List.of(away)
          : List.of(
              right(table, "SELECT", "ALTER DELETE"),
              right(names.apply(move.toTable()), "INSERT"),
              away);
    }
    return List.of(right(table, privilege(action)).onColumns(columns(action)));
  }

  private static String[] both(String... privileges) {
    return privileges;
  }

  private static RightsElement right(TableName table, String... privileges) {
    return StatementRights.element(PrivilegeSet.of(privileges), table);
  }

  private static String privilege(AlterAction action) {
    if (action instanceof AlterAction.DropElement drop) {
      return "ALTER " + (drop.clear() ? "CLEAR " : "DROP ") + drop.element();
    }
    if (action instanceof AlterAction.Materialize materialize) {
      return "ALTER MATERIALIZE " + materialize.element();
    }
    if (action instanceof AlterAction.ChangePartition change) {
      return switch (change.command()) {
        case ATTACH -> "INSERT";
        case FREEZE, UNFREEZE -> "ALTER FREEZE PARTITION";
        default -> "ALTER DELETE";
      };
    }
    // what is new here takes the right to do everything
    return BY_ACTION.getOrDefault(action.getClass(), "ALTER TABLE");
  }

  private static List<String> columns(AlterAction action) {
    if (action instanceof AlterAction.AddColumn add) {
      return List.of(add.column().name());
    }
    if (action instanceof AlterAction.DropColumn drop) {
      return List.of(drop.column());
    }
    if (action instanceof AlterAction.ClearColumn clear) {
      return List.of(clear.column());
    }
    if (action instanceof AlterAction.ModifyColumn modify) {
      return List.of(modify.column().name());
    }
    if (action instanceof AlterAction.AddEnumValues add) {
      return List.of(add.column());
    }
    if (action instanceof AlterAction.RemoveFromColumn remove) {
      return List.of(remove.column());
    }
    if (action instanceof AlterAction.RenameColumn rename) {
      return List.of(rename.from());
    }
    if (action instanceof AlterAction.CommentColumn comment) {
      return List.of(comment.column());
    }
    return action instanceof AlterAction.Update update
        ? update.assignments().stream().map(Assignment::column).toList()
        : List.of();
  }
}
