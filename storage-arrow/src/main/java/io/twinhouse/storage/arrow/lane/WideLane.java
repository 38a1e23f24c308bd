// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The WIDE lane. */
public final class WideLane extends LaneBuffer {

  private final int words;
  private long[] values = new long[0];

  /**
   * @param words longs a value: 2 or 4
   */
  public WideLane(Reservation memory, int words) {
    super(memory);
    this.words = words;
  }

  public int words() {
    return words;
  }

  /** The array, with room for {@code count} values after the last; counts them as filled. */
  public long[] room(int count) {
    int rows = Math.addExact(size(), count);
    int needed = Math.multiplyExact(rows, words);
    if (needed > values.length) {
      int length = grown(values.length, needed);
      memory.grow(8L * (length - values.length));
      values = Arrays.copyOf(values, length);
    }
    grownTo(rows);
    return values;
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    int at = size() * words;
    long[] target = room(count);
    System.arraycopy(((WideColumn) source).values(), from * words, target, at, count * words);
  }

  @Override
  public void appendDefaults(int count) {
    int at = size() * words;
    Arrays.fill(room(count), at, at + count * words, 0);
  }

  @Override
  public Column view() {
    return WideColumn.of(values, words, size(), nullsOrNone());
  }
}
