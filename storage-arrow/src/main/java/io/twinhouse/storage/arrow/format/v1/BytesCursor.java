// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageBuffer;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import org.apache.arrow.memory.util.MemoryUtil;

/** Byte strings, as they are or packed. */
final class BytesCursor extends ValueCursor {

  private final PackedBytes unpacked;
  private boolean packed;

  BytesCursor(PageBuffer buffer) {
    super(PageLayout.BYTES);
    this.unpacked = new PackedBytes(buffer);
  }

  @Override
  public void bind(long address) {
    packed = PageHeader.kindAt(address) == PageLayout.PACKED_BYTES;
    header.bind(address, packed ? PageLayout.PACKED_BYTES : PageLayout.BYTES);
  }

  private int offset(int row) {
    return packed ? unpacked.offsets()[row] : MemoryUtil.getInt(header.body() + 4L * row);
  }

  private void copy(int first, int length, byte[] target, int at) {
    if (packed) {
      System.arraycopy(unpacked.values(), first, target, at, length);
    } else {
      long data = header.body() + PageLayout.padded(4L * (header.rows() + 1));
      MemoryUtil.copyFromMemory(data + first, target, at, length);
    }
  }

  @Override
  void readValues(int from, int count, LaneBuffer target) {
    if (packed) {
      unpacked.unpack(header);
    }
    BytesLane lane = (BytesLane) target;
    int first = offset(from);
    int length = offset(from + count) - first;
    int end = lane.end();
    copy(first, length, lane.roomForBytes(end, length), end);
    int row = lane.size();
    int[] offsets = lane.roomForRows(count);
    for (int i = 1; i <= count; i++) {
      offsets[row + i] = end + (offset(from + i) - first);
    }
  }

  @Override
  void readValues(int[] rows, int count, LaneBuffer target) {
    if (packed) {
      unpacked.unpack(header);
    }
    BytesLane lane = (BytesLane) target;
    int end = lane.end();
    int row = lane.size();
    int[] offsets = lane.roomForRows(count);
    for (int i = 0; i < count; i++) {
      int first = offset(rows[i]);
      int length = offset(rows[i] + 1) - first;
      copy(first, length, lane.roomForBytes(end, length), end);
      end += length;
      offsets[row + i + 1] = end;
    }
  }
}
