// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic expression of one column: where that column is dictionary-encoded, each entry met
 * is evaluated once and its value (or, as a condition, its verdict) remembered. Slot 0 stands for
 * NULL, slot {@code id + 1} for an entry.
 */
final class DictionaryNode extends EvaluationNode {

  /** Dictionaries up to this size are always worth remembering. */
  private static final int SMALL = 1 << 16;

  /** Verdicts take so little room that larger ones are, too. */
  private static final int JUDGED = 1 << 20;

  /** So many entries are evaluated at a time: their bytes stay in the cache. */
  private static final int SLICE = 256;

  private final EvaluationNode plain;
  private final int input;
  private final Reservation memory;
  private final ColumnBuffer values;
  private final ColumnBuffer result;
  private final EntrySet judged;
  private final EntrySet fulfilling;
  private @Nullable Dictionary dictionary;
  private int[] positions = {};
  private int[] work = {};
  private int[] slice = {};
  private int entriesJudged;
  private long rowsSeen;

  private DictionaryNode(
      EvaluationNode plain, int input, Expression expression, MemoryContext context) {
    this.plain = plain;
    this.input = input;
    memory = new Reservation(context);
    values = ColumnBuffer.of(expression.type(), memory);
    result = ColumnBuffer.of(expression.type(), memory);
    judged = new EntrySet(memory);
    fulfilling = new EntrySet(memory);
  }

  static DictionaryNode of(EvaluationNode plain, Expression expression, MemoryContext context) {
    int input = ExpressionShape.inputs(expression).firstKey();
    return new DictionaryNode(plain, input, expression, context);
  }

  @Override
  Column evaluate(Batch batch) {
    rowsSeen += batch.rows();
    if (!(batch.column(input) instanceof DictionaryColumn coded)
        || coded.dictionary().size() > Math.max(SMALL, rowsSeen)) {
      return plain.evaluate(batch);
    }
    know(coded.dictionary());
    int slots = coded.dictionary().size() + 1;
    if (positions.length < slots) {
      memory.grow(4L * (slots - positions.length));
      positions = Arrays.copyOf(positions, slots);
    }
    int[] rows = work(batch.rows());
    int fresh = 0;
    for (int row = 0; row < batch.rows(); row++) {
      int slot = slot(coded, row);
      if (positions[slot] == 0) {
        rows[fresh++] = row;
        positions[slot] = values.size() + fresh;
      }
    }
    for (int from = 0; from < fresh; from += SLICE) {
      int count = Math.min(SLICE, fresh - from);
      values.append(evaluateRows(batch, slice(rows, from, count), count), 0, count);
    }
    for (int row = 0; row < batch.rows(); row++) {
      rows[row] = positions[slot(coded, row)] - 1;
    }
    result.reset();
    result.append(values.column(), rows, 0, batch.rows());
    return result.column();
  }

  @Override
  int select(Batch batch, int[] rows, int count) {
    rowsSeen += count;
    Column column = batch.column(input);
    if (!(column instanceof DictionaryColumn coded)
        || coded.dictionary().size() > Math.max(JUDGED, 16 * rowsSeen)) {
      return count == batch.rows() && !(column instanceof DictionaryColumn)
          ? Truth.keep(plain.evaluate(batch), rows, count)
          : selectPlainly(batch, rows, count);
    }
    know(coded.dictionary());
    int slots = coded.dictionary().size() + 1;
    judged.reach(slots);
    fulfilling.reach(slots);
    if (coded.nulls() != null || entriesJudged < coded.dictionary().size()) {
      learn(batch, coded, rows, count);
    }
    return fulfilling.keep(coded.ids(), coded.nulls(), rows, count);
  }

  @Override
  int selectAll(Batch batch, int[] rows) {
    for (int row = 0; row < batch.rows(); row++) {
      rows[row] = row;
    }
    return select(batch, rows, batch.rows());
  }

  @Override
  boolean selectsSparsely() {
    return true;
  }

  /** Looks at the rows given and at no others, which may be such that evaluating them fails. */
  private int selectPlainly(Batch batch, int[] rows, int count) {
    int kept = 0;
    for (int from = 0; from < count; from += SLICE) {
      int part = Math.min(SLICE, count - from);
      Column verdict = evaluateRows(batch, slice(rows, from, part), part);
      for (int i = 0; i < part; i++) {
        if (Truth.is(verdict, i)) {
          rows[kept++] = rows[from + i];
        }
      }
    }
    return kept;
  }

  private void learn(Batch batch, DictionaryColumn coded, int[] rows, int count) {
    int[] unknown = work(count);
    int fresh = 0;
    for (int i = 0; i < count; i++) {
      int slot = slot(coded, rows[i]);
      if (!judged.has(slot)) {
        judged.add(slot);
        entriesJudged += slot == 0 ? 0 : 1;
        unknown[fresh++] = rows[i];
      }
    }
    for (int from = 0; from < fresh; from += SLICE) {
      int part = Math.min(SLICE, fresh - from);
      Column verdict = evaluateRows(batch, slice(unknown, from, part), part);
      for (int i = 0; i < part; i++) {
        if (Truth.is(verdict, i)) {
          fulfilling.add(slot(coded, unknown[from + i]));
        }
      }
    }
  }

  private static int slot(DictionaryColumn coded, int row) {
    return coded.isNull(row) ? 0 : coded.ids()[row] + 1;
  }

  private int[] slice(int[] rows, int from, int count) {
    if (from == 0) {
      return rows;
    }
    if (slice.length == 0) {
      memory.grow(4L * SLICE);
      slice = new int[SLICE];
    }
    System.arraycopy(rows, from, slice, 0, count);
    return slice;
  }

  private Column evaluateRows(Batch batch, int[] rows, int count) {
    Column[] columns = new Column[batch.width()];
    Arrays.fill(columns, ConstantColumn.of(LongColumn.of(0L), count));
    columns[input] = batch.column(input).gather(rows, count);
    return plain.evaluate(Batch.of(count, columns));
  }

  /** Another dictionary than before: what was learnt of the last one is of no use. */
  private void know(Dictionary next) {
    if (next != dictionary) {
      dictionary = next;
      Arrays.fill(positions, 0);
      judged.clear();
      entriesJudged = 0;
      fulfilling.clear();
      values.reset();
    }
  }

  private int[] work(int length) {
    if (work.length < length) {
      memory.grow(4L * (length - work.length));
      work = new int[length];
    }
    return work;
  }

  @Override
  void close() {
    plain.close();
    memory.close();
  }
}
