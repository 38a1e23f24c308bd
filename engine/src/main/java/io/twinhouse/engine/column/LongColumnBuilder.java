// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.Arrays;

final class LongColumnBuilder implements ColumnBuilder {

  private final long nothing;
  private long[] values = new long[16];
  private int size;

  /** What the array grows to at least: what follows in a stream is like what went before. */
  private int expected;

  private final NullMask nulls = new NullMask();

  /**
   * @param nothing the default
   */
  LongColumnBuilder(long nothing) {
    this.nothing = nothing;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void appendLong(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(size * 2, expected));
    }
    values[size++] = value;
  }

  @Override
  public void appendNull() {
    nulls.set(size, values.length);
    appendLong(0);
  }

  @Override
  public void appendDefault() {
    appendLong(nothing);
  }

  @Override
  public void append(Column source, int row) {
    if (source.isNull(row)) {
      appendNull();
    } else if (source instanceof ConstantColumn constant) {
      append(constant.value(), 0);
    } else {
      appendLong(((LongColumn) source).values()[row]);
    }
  }

  @Override
  public long retainedBytes() {
    return 8L * values.length + nulls.retainedBytes();
  }

  @Override
  public Column build() {
    Column column = LongColumn.of(values, size, nulls.take(size));
    expected = size;
    values = new long[16];
    size = 0;
    return column;
  }
}
