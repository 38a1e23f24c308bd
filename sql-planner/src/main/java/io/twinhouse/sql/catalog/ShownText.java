// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.Partition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions and queries of definitions as the server shows them. The store keeps more names in
 * quotes, so that its texts can be read back whatever the names are.
 */
public final class ShownText {

  private ShownText() {}

  /** An expression; empty for none. */
  public static String of(@Nullable String kept) {
    return kept == null || kept.isEmpty() ? "" : SqlPrinter.show(SqlParser.parseExpression(kept));
  }

  /** Expressions with commas between. */
  public static String list(List<String> kept) {
    return kept.stream().map(ShownText::of).collect(Collectors.joining(", "));
  }

  /**
   * A query.
   *
   * @param lines whether on several lines
   */
  public static String query(String kept, boolean lines) {
    return SqlPrinter.show(SharedNames.in(SqlParser.parseQuery(kept)), lines);
  }

  /** An action of ALTER TABLE, as a mutation's command. */
  public static String command(AlterAction action) {
    String text;
    if (action instanceof AlterAction.Update update) {
      text =
          "UPDATE "
              + update.assignments().stream()
                  .map(a -> SqlPrinter.name(a.column()) + " = " + of(SqlPrinter.print(a.value())))
                  .collect(Collectors.joining(", "));
      text += within(update.partition()) + " WHERE " + of(SqlPrinter.print(update.where()));
    } else if (action instanceof AlterAction.Delete delete) {
      text = "DELETE" + within(delete.partition());
      text += " WHERE " + of(SqlPrinter.print(delete.where()));
    } else if (action instanceof AlterAction.Materialize materialize && materialize.ifExists()) {
      text =
          SqlPrinter.show(
              new AlterAction.Materialize(
                  materialize.position(),
                  materialize.element(),
                  false,
                  materialize.name(),
                  materialize.partition()));
    } else {
      text = SqlPrinter.show(action);
    }
    return "(" + text + ")";
  }

  private static String within(@Nullable Partition partition) {
    if (partition == null) {
      return "";
    }
    if (partition instanceof Partition.ById id) {
      return " IN PARTITION ID " + SqlPrinter.string(id.id());
    }
    return partition instanceof Partition.Of of
        ? " IN PARTITION " + of(SqlPrinter.print(of.value()))
        : " IN PARTITION ALL";
  }

  /** A change of a column's type, as a mutation's command. */
  public static String modified(ColumnDefinition column) {
    return "(MODIFY COLUMN " + CreateText.declared(column) + ")";
  }
}
