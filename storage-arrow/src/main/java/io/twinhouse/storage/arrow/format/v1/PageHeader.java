// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.lane.LaneBuffer;
import org.apache.arrow.memory.util.MemoryUtil;

/** What all kinds of pages begin with: header and validity bitmap. */
final class PageHeader {

  private int width;
  private int nulls;
  private int words;
  private int rows;
  private long bitmap;
  private long body;

  /** The kind of the page at {@code address}. */
  static int kindAt(long address) {
    return MemoryUtil.getByte(address + PageLayout.KIND_AT);
  }

  void bind(long address, int kind) {
    int found = kindAt(address);
    if (found != kind) {
      throw new IllegalStateException("page of kind " + found + " where " + kind + " was written");
    }
    width = MemoryUtil.getByte(address + PageLayout.WIDTH_AT) & 0xff;
    nulls = MemoryUtil.getByte(address + PageLayout.NULLS_AT);
    words = MemoryUtil.getByte(address + PageLayout.WORDS_AT);
    rows = MemoryUtil.getInt(address + PageLayout.ROWS_AT);
    bitmap = address + PageLayout.HEADER;
    body = bitmap + (nulls == PageLayout.SOME_NULLS ? PageLayout.bitmapBytes(rows) : 0);
  }

  int width() {
    return width;
  }

  int words() {
    return words;
  }

  int rows() {
    return rows;
  }

  /** Where what follows the bitmap begins. */
  long body() {
    return body;
  }

  boolean allNull() {
    return nulls == PageLayout.ALL_NULLS;
  }

  boolean someNull() {
    return nulls == PageLayout.SOME_NULLS;
  }

  private boolean isNull(int row) {
    return (MemoryUtil.getByte(bitmap + (row >> 3)) >> (row & 7) & 1) == 0;
  }

  /** Drops the NULLs among the chosen rows; returns how many are left. */
  int withoutNulls(int[] chosen, int count) {
    if (nulls != PageLayout.SOME_NULLS) {
      return count;
    }
    int left = 0;
    for (int i = 0; i < count; i++) {
      chosen[left] = chosen[i];
      left += isNull(chosen[i]) ? 0 : 1;
    }
    return left;
  }

  /** Marks the NULLs among rows {@code [from, from + count)} as the next rows of the target. */
  void markNulls(int from, int count, LaneBuffer target) {
    if (nulls == PageLayout.SOME_NULLS) {
      int at = target.size();
      boolean[] flags = null;
      for (int i = 0; i < count; i++) {
        if (isNull(from + i)) {
          flags = flags == null ? target.nullFlags(at + count) : flags;
          flags[at + i] = true;
        }
      }
    }
  }

  /** Marks the NULLs among the chosen rows as the next rows of the target. */
  void markNulls(int[] chosen, int count, LaneBuffer target) {
    if (nulls == PageLayout.SOME_NULLS) {
      int at = target.size();
      boolean[] flags = null;
      for (int i = 0; i < count; i++) {
        if (isNull(chosen[i])) {
          flags = flags == null ? target.nullFlags(at + count) : flags;
          flags[at + i] = true;
        }
      }
    }
  }

  /** Sets the ids of NULL rows among the last {@code count} of a target to 0. */
  void clearIds(int from, int count, int[] ids, int at) {
    if (nulls == PageLayout.SOME_NULLS) {
      for (int i = 0; i < count; i++) {
        if (isNull(from + i)) {
          ids[at + i] = 0;
        }
      }
    }
  }

  /** As {@link #clearIds(int, int, int[], int)}, for chosen rows. */
  void clearIds(int[] chosen, int count, int[] ids, int at) {
    if (nulls == PageLayout.SOME_NULLS) {
      for (int i = 0; i < count; i++) {
        if (isNull(chosen[i])) {
          ids[at + i] = 0;
        }
      }
    }
  }
}
