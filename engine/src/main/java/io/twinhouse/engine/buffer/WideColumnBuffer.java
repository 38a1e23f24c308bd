// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

final class WideColumnBuffer implements ColumnBuffer {

  private static final long[] NONE = {};

  private final int words;
  private final Reservation memory;
  private final NullFlags nulls;
  private long[] values = NONE;
  private int size;

  WideColumnBuffer(int words, Reservation memory) {
    this.words = words;
    this.memory = memory;
    nulls = new NullFlags(memory);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void reset() {
    size = 0;
    nulls.reset();
  }

  @Override
  public void expect(int count) {
    ensure(count);
  }

  @Override
  public void append(Column source, int from, int count) {
    ensure(count);
    if (source instanceof ConstantColumn constant) {
      appendConstant(constant, count);
      return;
    }
    long[] lane = ((WideColumn) source).values();
    System.arraycopy(lane, from * words, values, size * words, count * words);
    nulls.append(source.nulls(), from, size, count, values.length / words);
    size += count;
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    ensure(count);
    if (source instanceof ConstantColumn constant) {
      appendConstant(constant, count);
      return;
    }
    long[] lane = ((WideColumn) source).values();
    for (int i = 0; i < count; i++) {
      System.arraycopy(lane, rows[from + i] * words, values, (size + i) * words, words);
    }
    nulls.append(source.nulls(), rows, from, size, count, values.length / words);
    size += count;
  }

  private void appendConstant(ConstantColumn constant, int count) {
    if (constant.value().isNull(0)) {
      appendNulls(count);
      return;
    }
    long[] lane = ((WideColumn) constant.value()).values();
    for (int i = 0; i < count; i++) {
      System.arraycopy(lane, 0, values, (size + i) * words, words);
    }
    nulls.appendClear(size, count, values.length / words);
    size += count;
  }

  @Override
  public void appendDefaults(int count) {
    ensure(count);
    Arrays.fill(values, size * words, (size + count) * words, 0);
    nulls.appendClear(size, count, values.length / words);
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    ensure(count);
    Arrays.fill(values, size * words, (size + count) * words, 0);
    nulls.appendSet(size, count, values.length / words);
    size += count;
  }

  @Override
  public Column column() {
    return WideColumn.of(values, words, size, nulls.mask());
  }

  @Override
  public Column take() {
    int length = Capacity.trimmed(size * words, values.length);
    if (length < values.length) {
      memory.grow(8L * length);
      long[] exact = Arrays.copyOf(values, length);
      memory.shrink(8L * values.length);
      values = exact;
    }
    Column taken = WideColumn.of(values, words, size, nulls.take());
    values = NONE;
    size = 0;
    return taken;
  }

  private void ensure(int count) {
    if ((long) (size + count) * words > values.length) {
      int length = Capacity.grown(values.length, (long) (size + count) * words);
      memory.grow(8L * length);
      long[] grown = new long[length];
      System.arraycopy(values, 0, grown, 0, size * words);
      memory.shrink(8L * values.length);
      values = grown;
    }
  }
}
