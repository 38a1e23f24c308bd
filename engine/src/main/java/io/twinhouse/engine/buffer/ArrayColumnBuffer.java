// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

final class ArrayColumnBuffer implements ColumnBuffer {

  private static final int[] NONE = {0};

  private final ColumnBuffer elements;
  private final Reservation memory;
  private int[] offsets = NONE;
  private int size;

  ArrayColumnBuffer(ColumnBuffer elements, Reservation memory) {
    this.elements = elements;
    this.memory = memory;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void reset() {
    size = 0;
    elements.reset();
  }

  @Override
  public void append(Column source, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), new int[count], 0, count);
      return;
    }
    ArrayColumn array = (ArrayColumn) source;
    ensure(count);
    int first = array.offsets()[from];
    int shift = offsets[size] - first;
    elements.append(array.elements(), first, array.offsets()[from + count] - first);
    for (int i = 1; i <= count; i++) {
      offsets[size + i] = array.offsets()[from + i] + shift;
    }
    size += count;
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), new int[count], 0, count);
      return;
    }
    ArrayColumn array = (ArrayColumn) source;
    ensure(count);
    for (int i = from; i < from + count; i++) {
      int start = array.offsets()[rows[i]];
      elements.append(array.elements(), start, array.offsets()[rows[i] + 1] - start);
      offsets[++size] = elements.size();
    }
  }

  @Override
  public void appendDefaults(int count) {
    ensure(count);
    Arrays.fill(offsets, size + 1, size + count + 1, offsets[size]);
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    appendDefaults(count);
  }

  @Override
  public Column column() {
    return ArrayColumn.of(offsets, elements.column(), size);
  }

  @Override
  public Column take() {
    Column taken = ArrayColumn.of(offsets, elements.take(), size);
    offsets = NONE;
    size = 0;
    return taken;
  }

  private void ensure(int count) {
    if (size + count + 1 > offsets.length) {
      int length = Capacity.grown(offsets.length, size + count + 1L);
      memory.grow(4L * length);
      int[] grown = new int[length];
      System.arraycopy(offsets, 0, grown, 0, size + 1);
      memory.shrink(offsets == NONE ? 0 : 4L * offsets.length);
      offsets = grown;
    }
  }
}
