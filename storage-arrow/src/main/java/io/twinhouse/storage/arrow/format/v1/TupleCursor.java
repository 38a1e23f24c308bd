// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.lane.TupleLane;
import java.util.List;
import org.apache.arrow.memory.util.MemoryUtil;

/** Tuples. */
final class TupleCursor implements PageCursor {

  private final PageHeader header = new PageHeader();
  private final List<PageCursor> elements;

  TupleCursor(List<PageCursor> elements) {
    this.elements = elements;
  }

  @Override
  public void bind(long address) {
    header.bind(address, PageLayout.TUPLE);
    for (int e = 0; e < elements.size(); e++) {
      elements.get(e).bind(address + MemoryUtil.getInt(header.body() + 4L * e));
    }
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    TupleLane lane = (TupleLane) target;
    for (int e = 0; e < elements.size(); e++) {
      elements.get(e).read(from, count, lane.elements().get(e));
    }
    lane.endRows(count);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    TupleLane lane = (TupleLane) target;
    for (int e = 0; e < elements.size(); e++) {
      elements.get(e).read(rows, count, lane.elements().get(e));
    }
    lane.endRows(count);
  }
}
