// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.lane.DoubleLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.util.Arrays;
import org.apache.arrow.memory.util.MemoryUtil;

/** Floats into the DOUBLE lane. */
final class DoubleCursor extends ValueCursor {

  DoubleCursor() {
    super(PageLayout.FLOATS);
  }

  @Override
  void readValues(int from, int count, LaneBuffer target) {
    int at = target.size();
    double[] out = ((DoubleLane) target).room(count);
    long body = header.body();
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, Double.longBitsToDouble(MemoryUtil.getLong(body)));
      case 4 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = Float.intBitsToFloat(MemoryUtil.getInt(body + 4L * (from + i)));
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = Double.longBitsToDouble(MemoryUtil.getLong(body + 8L * (from + i)));
        }
      }
    }
  }

  @Override
  void readValues(int[] rows, int count, LaneBuffer target) {
    int at = target.size();
    double[] out = ((DoubleLane) target).room(count);
    long body = header.body();
    switch (header.width()) {
      case 0 -> Arrays.fill(out, at, at + count, Double.longBitsToDouble(MemoryUtil.getLong(body)));
      case 4 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = Float.intBitsToFloat(MemoryUtil.getInt(body + 4L * rows[i]));
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = Double.longBitsToDouble(MemoryUtil.getLong(body + 8L * rows[i]));
        }
      }
    }
  }
}
