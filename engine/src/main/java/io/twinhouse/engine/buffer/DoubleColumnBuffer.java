// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

final class DoubleColumnBuffer implements ColumnBuffer {

  private static final double[] NONE = {};

  private final Reservation memory;
  private final NullFlags nulls;
  private double[] values = NONE;
  private int size;

  DoubleColumnBuffer(Reservation memory) {
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
    System.arraycopy(((DoubleColumn) source).values(), from, values, size, count);
    nulls.append(source.nulls(), from, size, count, values.length);
    size += count;
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    ensure(count);
    if (source instanceof ConstantColumn constant) {
      appendConstant(constant, count);
      return;
    }
    double[] lane = ((DoubleColumn) source).values();
    double[] target = values;
    int offset = size;
    for (int i = 0; i < count; i++) {
      target[offset + i] = lane[rows[from + i]];
    }
    nulls.append(source.nulls(), rows, from, size, count, values.length);
    size += count;
  }

  private void appendConstant(ConstantColumn constant, int count) {
    if (constant.value().isNull(0)) {
      appendNulls(count);
      return;
    }
    Arrays.fill(values, size, size + count, ((DoubleColumn) constant.value()).values()[0]);
    nulls.appendClear(size, count, values.length);
    size += count;
  }

  @Override
  public void appendDefaults(int count) {
    ensure(count);
    Arrays.fill(values, size, size + count, 0);
    nulls.appendClear(size, count, values.length);
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    ensure(count);
    Arrays.fill(values, size, size + count, 0);
    nulls.appendSet(size, count, values.length);
    size += count;
  }

  @Override
  public Column column() {
    return DoubleColumn.of(values, size, nulls.mask());
  }

  @Override
  public Column take() {
    int length = Capacity.trimmed(size, values.length);
    if (length < values.length) {
      memory.grow(8L * length);
      double[] exact = Arrays.copyOf(values, length);
      memory.shrink(8L * values.length);
      values = exact;
    }
    Column taken = DoubleColumn.of(values, size, nulls.take());
    values = NONE;
    size = 0;
    return taken;
  }

  private void ensure(int count) {
    if (size + count > values.length) {
      int length = Capacity.grown(values.length, (long) size + count);
      memory.grow(8L * length);
      double[] grown = new double[length];
      System.arraycopy(values, 0, grown, 0, size);
      memory.shrink(8L * values.length);
      values = grown;
    }
  }
}
