// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.sql.rel.ReadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What makes the versions of one row in a ReplacingMergeTree table: the columns of its sorting key,
 * the column that orders versions, and the one that marks a version as a deletion.
 *
 * @param deleted null where the table declares none
 */
record VersionedKey(List<ColumnRead> reads, ColumnRead versionRead, @Nullable ColumnRead deleted) {

  /**
   * The key of the table that {@code scan} reads.
   *
   * @param refuse makes the exception for a table whose versions argMax can not tell
   */
  static VersionedKey of(ReadTable scan, Function<String, RuntimeException> refuse) {
    TableDefinition table = scan.source().table().definition();
    String name = "table '" + table.name().table() + "' ";
    if (!table.engine().replaceFirst("^(Replicated|Shared)", "").equals("ReplacingMergeTree")) {
      throw refuse.apply(name + "is a " + table.engine() + ", whose FINAL is no newest version");
    }
    if (scan.source().sample() != null) {
      throw refuse.apply(name + "is read with SAMPLE, which keeps some versions of a key only");
    }
    // where a replicated table's data lies is text in quotes; columns are not
    List<String> arguments =
        table.engineArguments().stream().filter(argument -> !argument.startsWith("'")).toList();
    if (arguments.isEmpty()) {
      throw refuse.apply(name + "declares no version column");
    }
    List<ColumnRead> key = new ArrayList<>();
    for (String expression : table.orderBy()) {
      ColumnRead column = column(table, expression);
      if (column == null) {
        throw refuse.apply(name + "sorts by " + expression + ", which is no column");
      }
      key.add(column);
    }
    ColumnRead version = column(table, arguments.get(0));
    if (key.isEmpty() || version == null) {
      throw refuse.apply(name + "has no sorting key of columns with a version column");
    }
    ColumnRead deleted = arguments.size() > 1 ? column(table, arguments.get(1)) : null;
    return new VersionedKey(List.copyOf(key), version, deleted);
  }

  private static @Nullable ColumnRead column(TableDefinition table, String expression) {
    String name = Quoting.unquoted(expression);
    return table
        .column(name)
        .map((ColumnDefinition column) -> ColumnRead.of(name, column.type()))
        .orElse(null);
  }

  boolean has(ColumnRead read) {
    return reads.contains(read);
  }

  List<String> columns() {
    return reads.stream().map(ColumnRead::column).toList();
  }

  String version() {
    return versionRead.column();
  }
}
