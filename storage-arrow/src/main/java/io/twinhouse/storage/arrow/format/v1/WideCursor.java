// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.lane.WideLane;
import org.apache.arrow.memory.util.MemoryUtil;

/** Wide values. */
final class WideCursor extends ValueCursor {

  WideCursor() {
    super(PageLayout.WIDE);
  }

  @Override
  void readValues(int from, int count, LaneBuffer target) {
    int words = ((WideLane) target).words();
    int at = target.size() * words;
    long[] out = ((WideLane) target).room(count);
    long first = header.body() + (header.width() == 0 ? 0 : 8L * words * from);
    long step = header.width();
    for (int i = 0; i < count; i++) {
      copy(first + step * i, words, out, at + i * words);
    }
  }

  @Override
  void readValues(int[] rows, int count, LaneBuffer target) {
    int words = ((WideLane) target).words();
    int at = target.size() * words;
    long[] out = ((WideLane) target).room(count);
    long step = header.width();
    for (int i = 0; i < count; i++) {
      copy(header.body() + step * rows[i], words, out, at + i * words);
    }
  }

  private static void copy(long address, int words, long[] out, int at) {
    for (int w = 0; w < words; w++) {
      out[at + w] = MemoryUtil.getLong(address + 8L * w);
    }
  }
}
