// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import java.util.List;

final class TupleColumnBuffer implements ColumnBuffer {

  private final List<ColumnBuffer> elements;
  private final List<Boolean> nullable;
  private int size;

  /**
   * @param nullable whether each element may be NULL, which is its default then
   */
  TupleColumnBuffer(List<ColumnBuffer> elements, List<Boolean> nullable) {
    this.elements = elements;
    this.nullable = nullable;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void reset() {
    size = 0;
    elements.forEach(ColumnBuffer::reset);
  }

  @Override
  public void append(Column source, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), new int[count], 0, count);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).append(((TupleColumn) source).elements().get(i), from, count);
    }
    size += count;
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), new int[count], 0, count);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).append(((TupleColumn) source).elements().get(i), rows, from, count);
    }
    size += count;
  }

  @Override
  public void appendDefaults(int count) {
    for (int i = 0; i < elements.size(); i++) {
      if (nullable.get(i)) {
        elements.get(i).appendNulls(count);
      } else {
        elements.get(i).appendDefaults(count);
      }
    }
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    appendDefaults(count);
  }

  @Override
  public Column column() {
    return TupleColumn.of(elements.stream().map(ColumnBuffer::column).toList(), size);
  }

  @Override
  public Column take() {
    Column taken = TupleColumn.of(elements.stream().map(ColumnBuffer::take).toList(), size);
    size = 0;
    return taken;
  }
}
