// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** Adds one partition's pairs to the set; those that are no ids of its dictionary stand aside. */
final class PairSink implements PartitionSink {

  private final PairShape shape;
  private final PairSet set;
  private final Reservation memory;
  private @Nullable KeyTable aside;
  private int[] groups = {};

  PairSink(PairShape shape, PairSet set, MemoryContext context) {
    this.shape = shape;
    this.set = set;
    memory = new Reservation(context);
  }

  @Override
  public void add(Batch batch) {
    Column entries = batch.column(shape.entry());
    Column numbers = batch.column(shape.number());
    Dictionary origin = Dictionary.of(entries);
    if (origin != null
        && numbers instanceof LongColumn longs
        && entries.nulls() == null
        && set.accepts(origin)) {
      set.add(Dictionary.idsOf(entries), longs.values(), batch.rows());
    } else {
      addAside(batch);
    }
  }

  private void addAside(Batch batch) {
    Column[] keys = new Column[2];
    keys[shape.entryFirst() ? 0 : 1] = batch.column(shape.entry());
    keys[shape.entryFirst() ? 1 : 0] = batch.column(shape.number());
    addAside(keys, batch.rows());
  }

  /** Adds pairs of any encoding, columns in the order in which they are yielded. */
  void addAside(Column[] keys, int rows) {
    KeyTable table = aside();
    if (groups.length < rows) {
      memory.grow(4L * (rows - groups.length));
      groups = new int[rows];
    }
    table.insert(keys, rows, groups);
  }

  KeyTable aside() {
    KeyTable table = aside;
    if (table == null) {
      table = new KeyTable(shape.types(), memory);
      aside = table;
    }
    return table;
  }

  boolean hasAside() {
    return aside != null;
  }
}
