// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.lane.LongLane;
import java.util.Arrays;
import org.apache.arrow.memory.util.MemoryUtil;

/** Frames of reference into the LONG lane. */
final class LongCursor extends ValueCursor {

  LongCursor() {
    super(PageLayout.FRAME);
  }

  @Override
  void readValues(int from, int count, LaneBuffer target) {
    int at = target.size();
    long[] out = ((LongLane) target).room(count);
    long base = MemoryUtil.getLong(header.body());
    long values = header.body() + 8;
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, base);
      case 1 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getByte(values + from + i) & 0xffL);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getShort(values + 2L * (from + i)) & 0xffffL);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getInt(values + 4L * (from + i)) & 0xffff_ffffL);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + MemoryUtil.getLong(values + 8L * (from + i));
        }
      }
    }
  }

  @Override
  void readValues(int[] rows, int count, LaneBuffer target) {
    int at = target.size();
    long[] out = ((LongLane) target).room(count);
    long base = MemoryUtil.getLong(header.body());
    long values = header.body() + 8;
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, base);
      case 1 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getByte(values + rows[i]) & 0xffL);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getShort(values + 2L * rows[i]) & 0xffffL);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + (MemoryUtil.getInt(values + 4L * rows[i]) & 0xffff_ffffL);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = base + MemoryUtil.getLong(values + 8L * rows[i]);
        }
      }
    }
  }

  @Override
  public boolean selects() {
    return true;
  }

  @Override
  public int select(int from, int count, long low, long high, int[] rows) {
    if (header.allNull() || low > high) {
      return 0;
    }
    return header.withoutNulls(rows, FrameSearch.find(header, from, count, low, high, rows));
  }
}
