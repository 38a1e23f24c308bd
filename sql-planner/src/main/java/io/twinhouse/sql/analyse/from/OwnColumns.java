// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TypeParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns that are the same in all rows of a table and that {@code *} leaves out. */
final class OwnColumns {

  private static final String TEXT = "LowCardinality(String)";

  private OwnColumns() {}

  /**
   * Adds them beside the columns that are computed, unless the table has one of that name.
   *
   * @param known whether it is known here which share of the rows is read
   * @param share that share; null for all rows
   */
  static void add(
      TableDefinition table,
      boolean known,
      @Nullable SampledShare share,
      Map<String, ColumnDefinition> computed) {
    put(table, "_table", TEXT, Quoting.text(table.name().table()), computed);
    put(table, "_database", TEXT, Quoting.text(table.name().database()), computed);
    if (table.engine().endsWith("MergeTree")) {
      put(table, "_row_exists", "UInt8", "1", computed);
      if (known) {
        double factor = share == null ? 1 : share.factor();
        put(table, "_sample_factor", "Float64", Double.toString(factor), computed);
      }
    }
  }

  private static void put(
      TableDefinition table,
      String name,
      String type,
      String value,
      Map<String, ColumnDefinition> computed) {
    if (table.column(name).isEmpty()) {
      String text = Quoting.cast(value, TypeParser.parse(type));
      computed.put(name, new ColumnDefinition(name, TypeParser.parse(type), Kind.ALIAS, text, ""));
    }
  }
}
