// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The ARRAY lane. */
public final class ArrayLane extends LaneBuffer {

  private final LaneBuffer elements;
  private int[] offsets = new int[1];

  ArrayLane(Reservation memory, LaneBuffer elements) {
    super(memory);
    this.elements = elements;
  }

  /** Where the elements go; fill them before the offsets that end at them. */
  public LaneBuffer elements() {
    return elements;
  }

  /** The offsets, with room for {@code count} rows after the last; counts them as filled. */
  public int[] room(int count) {
    int needed = Math.addExact(size(), count);
    if (needed + 1 > offsets.length) {
      int length = grown(offsets.length, needed + 1);
      memory.grow(4L * (length - offsets.length));
      offsets = Arrays.copyOf(offsets, length);
    }
    grownTo(needed);
    return offsets;
  }

  @Override
  public void clear() {
    super.clear();
    elements.clear();
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    ArrayColumn array = (ArrayColumn) source;
    int first = array.offsets()[from];
    int shift = elements.size() - first;
    elements.append(array.elements(), first, array.offsets()[from + count] - first);
    int row = size();
    int[] target = room(count);
    for (int i = 1; i <= count; i++) {
      target[row + i] = array.offsets()[from + i] + shift;
    }
  }

  @Override
  public void appendDefaults(int count) {
    int row = size();
    int[] target = room(count);
    Arrays.fill(target, row + 1, row + count + 1, target[row]);
  }

  @Override
  public Column view() {
    return ArrayColumn.of(offsets, elements.view(), size());
  }
}
