// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.ArrayLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import org.apache.arrow.memory.util.MemoryUtil;

/** Arrays. */
final class ArrayCursor implements PageCursor {

  private final PageHeader header = new PageHeader();
  private final PageCursor elements;

  ArrayCursor(PageCursor elements) {
    this.elements = elements;
  }

  @Override
  public void bind(long address) {
    header.bind(address, PageLayout.ARRAY);
    elements.bind(header.body() + PageLayout.padded(4L * (header.rows() + 1)));
  }

  private int offset(int row) {
    return MemoryUtil.getInt(header.body() + 4L * row);
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    ArrayLane lane = (ArrayLane) target;
    int first = offset(from);
    int shift = lane.elements().size() - first;
    elements.read(first, offset(from + count) - first, lane.elements());
    int row = lane.size();
    int[] offsets = lane.room(count);
    for (int i = 1; i <= count; i++) {
      offsets[row + i] = offset(from + i) + shift;
    }
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    ArrayLane lane = (ArrayLane) target;
    for (int i = 0; i < count; i++) {
      int first = offset(rows[i]);
      elements.read(first, offset(rows[i] + 1) - first, lane.elements());
      int row = lane.size();
      lane.room(1)[row + 1] = lane.elements().size();
    }
  }
}
