// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import org.apache.arrow.memory.util.MemoryUtil;

/** Byte strings. */
final class BytesCursor implements PageCursor {

  private final PageHeader header = new PageHeader();

  @Override
  public void bind(long address) {
    header.bind(address, PageLayout.BYTES);
  }

  private long offset(int row) {
    return MemoryUtil.getInt(header.body() + 4L * row);
  }

  private long data() {
    return header.body() + PageLayout.padded(4L * (header.rows() + 1));
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
      return;
    }
    header.markNulls(from, count, target);
    BytesLane lane = (BytesLane) target;
    long first = offset(from);
    long length = offset(from + count) - first;
    int end = lane.end();
    byte[] bytes = lane.roomForBytes(end, length);
    MemoryUtil.copyFromMemory(data() + first, bytes, end, length);
    int row = lane.size();
    int[] offsets = lane.roomForRows(count);
    for (int i = 1; i <= count; i++) {
      offsets[row + i] = end + (int) (offset(from + i) - first);
    }
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
      return;
    }
    header.markNulls(rows, count, target);
    BytesLane lane = (BytesLane) target;
    int end = lane.end();
    int row = lane.size();
    int[] offsets = lane.roomForRows(count);
    for (int i = 0; i < count; i++) {
      long first = offset(rows[i]);
      long length = offset(rows[i] + 1) - first;
      MemoryUtil.copyFromMemory(data() + first, lane.roomForBytes(end, length), end, length);
      end += (int) length;
      offsets[row + i + 1] = end;
    }
  }
}
