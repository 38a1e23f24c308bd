// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.merge.RewriteRun;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an UPDATE makes of JSON columns, and of values that look at them. Rows that are rewritten
 * have their JSON taken apart; where it is looked at or changed, it is put together for that.
 */
final class JsonChange {

  private final TableLayout layout;
  private final PartStore store;
  private final Map<Integer, Expression> assignments;

  /** The JSON columns that are assigned to, and those that values look at. */
  private final BitSet changed = new BitSet();

  private final BitSet texts = new BitSet();

  JsonChange(TableLayout layout, PartStore store, Map<Integer, Expression> assignments) {
    this.layout = layout;
    this.store = store;
    this.assignments = assignments;
    assignments.forEach(
        (column, expression) -> {
          changed.set(column, isJson(column));
          texts.or(Inputs.of(expression));
        });
    texts.or(changed);
    for (int c = texts.nextSetBit(0); c >= 0; c = texts.nextSetBit(c + 1)) {
      texts.set(c, isJson(c));
    }
  }

  private boolean isJson(int column) {
    return layout.isStored(column) && layout.type(column).base() instanceof JsonType;
  }

  private Expression assigned(int column) {
    return Objects.requireNonNull(assignments.get(column));
  }

  /** The rows of a slice with the texts of the JSON columns that are looked at. */
  Batch withTexts(PartRange slice, Batch rows, Reservation buffers) {
    if (texts.isEmpty()) {
      return rows;
    }
    Batch read = new PartRows(layout, store.dictionaries(), buffers).readTexts(slice, texts);
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = texts.get(c) ? read.column(c) : rows.column(c);
    }
    return Batch.of(rows.rows(), columns);
  }

  /** The rows with nothing in the place of JSON columns. */
  Batch withoutTexts(Batch rows) {
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = texts.get(c) ? PartRows.unused(rows.rows()) : rows.column(c);
    }
    return Batch.of(rows.rows(), columns);
  }

  /**
   * The JSON columns of changed rows.
   *
   * @param rows with the new texts
   * @param old the columns as they were
   * @param buffers where the new ones are reserved
   */
  Map<Integer, ShreddedColumn> shredded(
      Batch rows, Map<Integer, ShreddedColumn> old, Reservation buffers) {
    Map<Integer, ShreddedColumn> all = new HashMap<>(old);
    for (int c = changed.nextSetBit(0); c >= 0; c = changed.nextSetBit(c + 1)) {
      JsonType type = (JsonType) layout.type(c).base();
      all.put(c, ShreddedColumn.of(rows.column(c), type, buffers));
    }
    return all;
  }

  /**
   * What a part has, and will have: new values may have paths that it lacks.
   *
   * @param kept the streams that it has
   * @param touched the rows that are changed
   */
  List<StreamKey> streams(Part part, List<StreamKey> kept, BitSet touched, MemoryContext work) {
    Set<StreamKey> streams = new LinkedHashSet<>(kept);
    if (changed.isEmpty()) {
      return kept;
    }
    BitSet inputs = (BitSet) changed.clone();
    changed.stream().forEach(c -> inputs.or(Inputs.of(assigned(c))));
    for (PartRange slice : RewriteRun.slices(part)) {
      int[] rows = touched.get(slice.from(), slice.to()).stream().toArray();
      try (Reservation buffers = new Reservation(work)) {
        Batch read = new PartRows(layout, store.dictionaries(), buffers).readTexts(slice, inputs);
        Batch old = read.gather(rows, rows.length);
        for (int c = changed.nextSetBit(0); c >= 0; c = changed.nextSetBit(c + 1)) {
          Column values = RowFunction.evaluate(assigned(c), old, work);
          JsonType type = (JsonType) layout.type(c).base();
          String name = layout.name(c);
          ShreddedColumn.of(values, type, buffers).streams().stream()
              .map(s -> new StreamKey(name, s.path(), s.type(), s.shape()))
              .forEach(streams::add);
        }
      }
    }
    return List.copyOf(streams);
  }
}
