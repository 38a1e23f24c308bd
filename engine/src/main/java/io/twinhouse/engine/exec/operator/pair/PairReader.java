// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs of some pages as rows, by entry and number. */
final class PairReader implements Operator {

  /** A quarter of a batch: what is computed of pairs has many columns and takes a quarter then. */
  private static final int ROWS = Batch.ROWS / 4;

  private final QueryContext query;
  private final PairShape shape;
  private final PairSet set;
  private final PairSet.Cursor cursor;
  private final List<Boolean> lags;
  private final OperatorFigure figure;
  private final MemoryContext memory;
  private final int[] ids = new int[ROWS];
  private final long[] numbers = new long[ROWS];
  private final long[] before = new long[ROWS];
  private final boolean[] first = new boolean[ROWS];
  private final long[] room;
  private int lastId = -1;
  private long lastNumber;
  private boolean done;

  PairReader(
      QueryContext query,
      PairShape shape,
      PairSet set,
      PairSet.Cursor cursor,
      List<Boolean> lags,
      OperatorFigure figure,
      MemoryContext memory) {
    this.query = query;
    this.shape = shape;
    this.set = set;
    this.lags = lags;
    this.figure = figure;
    this.memory = memory;
    new Reservation(memory).grow((4L + 8 + 8 + 1 + 8) * ROWS);
    room = new long[ROWS];
    this.cursor = cursor;
  }

  @Override
  public @Nullable Batch next() {
    Dictionary dictionary = set.dictionary();
    if (done || dictionary == null || !query.proceed()) {
      return null;
    }
    int count = 0;
    while (count < ROWS && cursor.next()) {
      int id = cursor.id();
      long number = cursor.number();
      ids[count] = id;
      numbers[count] = number;
      first[count] = id != lastId;
      before[count] = id == lastId ? lastNumber : 0;
      lastId = id;
      lastNumber = number;
      count++;
    }
    if (count == 0) {
      done = true;
      return null;
    }
    figure.yielded(count);
    Column[] columns = new Column[2 + lags.size()];
    int entryAt = shape.entryFirst() ? 0 : 1;
    columns[entryAt] =
        shape.types().get(entryAt).lane() == Lane.BYTES
            ? DictionaryColumn.of(ids, dictionary, count, null)
            : LongColumn.ofSipHashes(ids, dictionary, count, null, room);
    columns[1 - entryAt] = LongColumn.of(numbers, count, null);
    for (int i = 0; i < lags.size(); i++) {
      columns[2 + i] = LongColumn.of(before, count, lags.get(i) ? first : null);
    }
    return Batch.of(count, columns);
  }

  @Override
  public void close() {
    done = true;
    memory.close();
  }
}
