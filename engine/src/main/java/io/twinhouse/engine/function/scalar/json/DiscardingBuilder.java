// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;

/** Takes values of all lanes and keeps none: to see whether a value can be read. */
final class DiscardingBuilder implements ColumnBuilder {

  @Override
  public int size() {
    return 0;
  }

  @Override
  public void appendNull() {}

  @Override
  public void appendDefault() {}

  @Override
  public void append(Column source, int row) {}

  @Override
  public void appendLong(long value) {}

  @Override
  public void appendDouble(double value) {}

  @Override
  public void appendBytes(byte[] source, int offset, int length) {}

  @Override
  public void appendWide(long[] source, int offset) {}

  @Override
  public ColumnBuilder elements() {
    return this;
  }

  @Override
  public ColumnBuilder element(int index) {
    return this;
  }

  @Override
  public void endRow() {}

  @Override
  public long retainedBytes() {
    return 0;
  }

  @Override
  public Column build() {
    throw new IllegalStateException("nothing was kept");
  }
}
