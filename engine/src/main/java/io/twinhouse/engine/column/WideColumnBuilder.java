// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

final class WideColumnBuilder implements ColumnBuilder {

  private final int words;
  private long[] values;
  private int size;
  private final NullMask nulls = new NullMask();

  WideColumnBuilder(int words) {
    this.words = words;
    this.values = new long[16 * words];
  }

  static int wordsOf(Type base) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    return four ? 4 : 2;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void appendWide(long[] source, int offset) {
    if ((size + 1) * words > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    System.arraycopy(source, offset, values, size * words, words);
    size++;
  }

  @Override
  public void appendNull() {
    nulls.set(size, values.length / words);
    appendDefault();
  }

  @Override
  public void appendDefault() {
    appendWide(new long[words], 0);
  }

  @Override
  public void append(Column source, int row) {
    if (source.isNull(row)) {
      appendNull();
    } else if (source instanceof ConstantColumn constant) {
      append(constant.value(), 0);
    } else {
      appendWide(((WideColumn) source).values(), row * words);
    }
  }

  @Override
  public long retainedBytes() {
    return 8L * values.length + nulls.retainedBytes();
  }

  @Override
  public Column build() {
    Column column = WideColumn.of(values, words, size, nulls.take(size));
    values = new long[16 * words];
    size = 0;
    return column;
  }
}
