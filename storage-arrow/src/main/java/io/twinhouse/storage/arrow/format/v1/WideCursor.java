// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.lane.WideLane;
import org.apache.arrow.memory.util.MemoryUtil;

/** Wide values. */
final class WideCursor implements PageCursor {

  private final PageHeader header = new PageHeader();

  @Override
  public void bind(long address) {
    header.bind(address, PageLayout.WIDE);
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
      return;
    }
    header.markNulls(from, count, target);
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
  public void read(int[] rows, int count, LaneBuffer target) {
    if (header.allNull()) {
      target.appendNulls(count);
      return;
    }
    header.markNulls(rows, count, target);
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
