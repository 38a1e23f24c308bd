// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.aggregate.state.GroupBytes;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.PagedLongs;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The LONG lane. Values are kept xor-ed with a pattern that makes the better one the smaller signed
 * long, so that one loop serves both directions and both signs.
 */
final class LongChooser implements Chooser {

  private final long pattern;
  private final long none;
  private final PagedLongs best;
  private final GroupFlags seen;
  private final LaneInput input;
  private final Reservation memory;

  /** The partition that each group's best is of, where partitions share the groups. */
  private @Nullable GroupBytes holders;

  private byte partition;
  private int groupCount;

  LongChooser(Type base, boolean largest, Reservation memory) {
    pattern = (largest ? -1L : 0L) ^ (Chooser.isUnsignedWord(base) ? Long.MIN_VALUE : 0L);
    none = LongKept.none(base);
    best = new PagedLongs(Long.MAX_VALUE, memory);
    seen = new GroupFlags(memory);
    input = new LaneInput(memory);
    this.memory = memory;
  }

  @Override
  public void resize(int groups) {
    groupCount = Math.max(groupCount, groups);
    best.resize(groups);
    seen.resize(groups);
    if (holders != null) {
      holders.resize(groups);
    }
  }

  @Override
  public void turnTo(int next) {
    if (holders == null) {
      holders = new GroupBytes(memory);
      holders.resize(groupCount);
    }
    partition = (byte) next;
  }

  @Override
  public int choose(Column column, int[] groups, int rows, int[] winners) {
    long[] values = input.longs(column, rows);
    long[][] pages = best.pages();
    boolean[] met = seen.values();
    if (holders != null) {
      return choose(values, groups, rows, winners, holders.values());
    }
    int won = 0;
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0) {
        long value = values[row] ^ pattern;
        long[] held = pages[group >> PagedLongs.BITS];
        int place = group & PagedLongs.MASK;
        if (value < held[place] || !met[group]) {
          held[place] = value;
          met[group] = true;
          winners[won++] = row;
        }
      }
    }
    return won;
  }

  /** Of equal values that of the lowest partition is chosen. */
  private int choose(long[] values, int[] groups, int rows, int[] winners, byte[] holder) {
    long[][] pages = best.pages();
    boolean[] met = seen.values();
    int won = 0;
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0) {
        long value = values[row] ^ pattern;
        long[] held = pages[group >> PagedLongs.BITS];
        int place = group & PagedLongs.MASK;
        boolean first = value == held[place] && partition < holder[group];
        if (value < held[place] || first || !met[group]) {
          held[place] = value;
          met[group] = true;
          holder[group] = partition;
          winners[won++] = row;
        }
      }
    }
    return won;
  }

  /** As {@link #choose}, without telling who won. */
  void fold(Column column, int[] groups, int rows) {
    long[] values = input.longs(column, rows);
    long[][] pages = best.pages();
    boolean[] met = seen.values();
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0) {
        long[] held = pages[group >> PagedLongs.BITS];
        int place = group & PagedLongs.MASK;
        held[place] = Math.min(held[place], values[row] ^ pattern);
        met[group] = true;
      }
    }
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    LongChooser states = (LongChooser) other;
    return states.seen.values()[otherGroup] && offer(states.best.get(otherGroup), group);
  }

  private boolean offer(long value, int group) {
    boolean better = !seen.values()[group] || value < best.get(group);
    if (better) {
      best.set(group, value);
      seen.values()[group] = true;
    }
    return better;
  }

  @Override
  public Column results(int from, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = seen.values()[from + i] ? best.get(from + i) ^ pattern : none;
    }
    return LongColumn.of(values, count, null);
  }

  @Override
  public boolean isSeen(int group) {
    return seen.values()[group];
  }
}
