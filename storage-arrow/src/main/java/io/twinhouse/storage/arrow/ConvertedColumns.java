// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.catalog.CatalogState;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Columns that change their type. Parts first get the values of the new type beside the old ones,
 * under a name of their own that the old definition does not look at; then the definition changes.
 * So a crash leaves the table as it was or as it is to be.
 */
final class ConvertedColumns {

  private ConvertedColumns() {}

  /** The old table with one more column for each that changes its type. */
  static TableLayout layout(
      CatalogState.Entry old,
      CatalogState.Entry changed,
      TableAlteration alteration,
      ExpressionCompiler compiler) {
    if (!EngineKind.named(old.definition().engine()).isMergeTree()) {
      throw refused("of engine " + old.definition().engine());
    }
    List<ColumnDefinition> columns = new ArrayList<>(old.definition().columns());
    TreeMap<String, String> streams = new TreeMap<>(old.streams());
    for (Map.Entry<String, String> kept : new TreeMap<>(alteration.kept()).entrySet()) {
      if (alteration.converted().contains(kept.getKey())) {
        Type type = changed.definition().column(kept.getKey()).orElseThrow().type();
        requirePlain(old.definition().column(kept.getValue()).orElseThrow().type());
        requirePlain(type);
        String extra = "converted " + kept.getKey();
        String cast = Quoting.cast(Quoting.name(kept.getValue()), type);
        columns.add(new ColumnDefinition(extra, type, Kind.DEFAULT, cast, ""));
        streams.put(extra, changed.streams().getOrDefault(kept.getKey(), kept.getKey()));
      }
    }
    return TableLayout.of(old.definition().toBuilder().columns(columns).build(), streams, compiler);
  }

  /**
   * Refuses defaults of JSON columns for rows that are there already: a part does not tell a column
   * that it lacks from one whose objects were all empty.
   */
  static void refuseDefaults(TableDefinition old, TableAlteration alteration) {
    TableDefinition changed = alteration.definition();
    if (!EngineKind.named(changed.engine()).isMergeTree()) {
      return;
    }
    for (ColumnDefinition column : changed.columns()) {
      String before = alteration.kept().get(column.name());
      String expression = before == null ? null : old.column(before).orElseThrow().expression();
      boolean computed = column.kind() == Kind.DEFAULT || column.kind() == Kind.MATERIALIZED;
      if (computed
          && column.type().base() instanceof JsonType
          && !Objects.equals(expression, column.expression())) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A new default of a JSON column of a table that has rows is not supported by the"
                + " embedded store; add the column without one and UPDATE it");
      }
    }
  }

  private static void requirePlain(Type type) {
    if (type.base() instanceof JsonType
        || type.base().carriesType()
        || type instanceof AggregateFunctionType) {
      throw refused("from or to " + type.name());
    }
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "MODIFY COLUMN to another type "
            + what
            + " is not supported by the embedded store; add a column of the new type, UPDATE it,"
            + " drop the old one and rename");
  }
}
