// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.util.Arrays;
import org.apache.arrow.memory.util.MemoryUtil;

/** Frames of reference that hold dictionary ids; ids under NULL become 0. */
final class IdCursor extends ValueCursor {

  IdCursor() {
    super(PageLayout.FRAME);
  }

  @Override
  void readValues(int from, int count, LaneBuffer target) {
    int at = target.size();
    int[] out = ((IdLane) target).room(count);
    int base = (int) MemoryUtil.getLong(header.body());
    long values = header.body() + 8;
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, base);
      case 1 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getByte(values + from + i) & 0xff);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getShort(values + 2L * (from + i)) & 0xffff);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + MemoryUtil.getInt(values + 4L * (from + i));
        }
      }
    }
    header.clearIds(from, count, out, at);
  }

  @Override
  void readValues(int[] rows, int count, LaneBuffer target) {
    int at = target.size();
    int[] out = ((IdLane) target).room(count);
    int base = (int) MemoryUtil.getLong(header.body());
    long values = header.body() + 8;
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, base);
      case 1 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getByte(values + rows[i]) & 0xff);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getShort(values + 2L * rows[i]) & 0xffff);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + MemoryUtil.getInt(values + 4L * rows[i]);
        }
      }
    }
    header.clearIds(rows, count, out, at);
  }
}
