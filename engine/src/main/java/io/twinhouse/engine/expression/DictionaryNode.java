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

  private static final byte FALSE = 1;
  private static final byte TRUE = 2;

  private final EvaluationNode plain;
  private final int input;
  private final Reservation memory;
  private final ColumnBuffer values;
  private final ColumnBuffer result;
  private @Nullable Dictionary dictionary;
  private int[] positions = {};
  private byte[] verdicts = {};
  private int[] work = {};
  private long rowsSeen;

  private DictionaryNode(
      EvaluationNode plain, int input, Expression expression, MemoryContext context) {
    this.plain = plain;
    this.input = input;
    memory = new Reservation(context);
    values = ColumnBuffer.of(expression.type(), memory);
    result = ColumnBuffer.of(expression.type(), memory);
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
      int slot = coded.isNull(row) ? 0 : coded.ids()[row] + 1;
      if (positions[slot] == 0) {
        rows[fresh++] = row;
        positions[slot] = values.size() + fresh;
      }
    }
    if (fresh > 0) {
      values.append(evaluateEntries(batch, coded, rows, fresh), 0, fresh);
    }
    for (int row = 0; row < batch.rows(); row++) {
      rows[row] = positions[coded.isNull(row) ? 0 : coded.ids()[row] + 1] - 1;
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
        || coded.dictionary().size() > Math.max(SMALL, 16 * rowsSeen)) {
      return Truth.keep(plain.evaluate(batch), rows, count);
    }
    know(coded.dictionary());
    int slots = coded.dictionary().size() + 1;
    if (verdicts.length < slots) {
      memory.grow(slots - verdicts.length);
      verdicts = Arrays.copyOf(verdicts, slots);
    }
    learn(batch, coded, rows, count);
    int kept = 0;
    boolean[] nulls = coded.nulls();
    int[] ids = coded.ids();
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += verdicts[nulls != null && nulls[row] ? 0 : ids[row] + 1] - FALSE;
    }
    return kept;
  }

  private void learn(Batch batch, DictionaryColumn coded, int[] rows, int count) {
    int[] unknown = work(count);
    int fresh = 0;
    for (int i = 0; i < count; i++) {
      int slot = coded.isNull(rows[i]) ? 0 : coded.ids()[rows[i]] + 1;
      if (verdicts[slot] == 0) {
        verdicts[slot] = FALSE;
        unknown[fresh++] = rows[i];
      }
    }
    if (fresh > 0) {
      Column verdict = evaluateEntries(batch, coded, unknown, fresh);
      for (int i = 0; i < fresh; i++) {
        if (Truth.is(verdict, i)) {
          int slot = coded.isNull(unknown[i]) ? 0 : coded.ids()[unknown[i]] + 1;
          verdicts[slot] = TRUE;
        }
      }
    }
  }

  private Column evaluateEntries(Batch batch, DictionaryColumn coded, int[] rows, int count) {
    Column[] columns = new Column[batch.width()];
    Arrays.fill(columns, ConstantColumn.of(LongColumn.of(0L), count));
    columns[input] = coded.gather(rows, count);
    return plain.evaluate(Batch.of(count, columns));
  }

  /** Another dictionary than before: what was learnt of the last one is of no use. */
  private void know(Dictionary next) {
    if (next != dictionary) {
      dictionary = next;
      Arrays.fill(positions, 0);
      Arrays.fill(verdicts, (byte) 0);
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
