// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.Arrays;

final class ArrayColumnBuilder implements ColumnBuilder {

  private final ColumnBuilder elements;
  private int[] offsets = new int[17];
  private int size;

  ArrayColumnBuilder(ColumnBuilder elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ColumnBuilder elements() {
    return elements;
  }

  @Override
  public void endRow() {
    if (size + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[++size] = elements.size();
  }

  @Override
  public void appendNull() {
    endRow();
  }

  @Override
  public void appendDefault() {
    endRow();
  }

  @Override
  public void append(Column source, int row) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), 0);
      return;
    }
    ArrayColumn array = (ArrayColumn) source;
    for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
      elements.append(array.elements(), e);
    }
    endRow();
  }

  @Override
  public long retainedBytes() {
    return 4L * offsets.length + elements.retainedBytes();
  }

  @Override
  public Column build() {
    Column column = ArrayColumn.of(offsets, elements.build(), size);
    offsets = new int[17];
    size = 0;
    return column;
  }
}
