// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DateTime64Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * min and max of times of UTC where nothing but the day of the result is asked for: two bytes a
 * group instead of nine. Results are times of the right day; days that do not fit make it go on
 * with the times themselves.
 */
final class DayExtreme implements Accumulator {

  private static final long SECONDS_A_DAY = 86_400;

  private final DateTime64Type type;
  private final boolean largest;
  private final long ticks;
  private final Reservation memory;
  private final LaneInput input;
  private final SingleValue codec;
  private int groupCount;

  /** Days since 1970 plus one, 0 for none. */
  private char[] days = {};

  /** Holds everything once a day did not fit. */
  private @Nullable Extreme times;

  DayExtreme(DateTime64Type type, boolean largest, Reservation memory) {
    this.type = type;
    this.largest = largest;
    this.memory = memory;
    ticks = type.ticksPerSecond() * SECONDS_A_DAY;
    input = new LaneInput(memory);
    codec = new SingleValue(type);
  }

  @Override
  public void resize(int groups) {
    groupCount = Math.max(groupCount, groups);
    int old = days.length;
    if (times != null) {
      times.resize(groups);
    } else if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow((long) Character.BYTES * length);
      days = Arrays.copyOf(days, length);
      memory.shrink((long) Character.BYTES * old);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (times != null || !addDays(input.longs(arguments[0], rows), groups, rows)) {
      times().add(arguments, groups, rows);
    }
  }

  /** Whether all days fit; where not, some rows may have been added. */
  private boolean addDays(long[] values, int[] groups, int rows) {
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        long day = Math.floorDiv(values[row], ticks);
        if (day < 0 || day >= Character.MAX_VALUE) {
          return false;
        }
        offer((int) day + 1, groups[row]);
      }
    }
    return true;
  }

  private void offer(int day, int group) {
    int held = days[group];
    boolean better = held == 0 || (largest ? day > held : day < held);
    days[group] = (char) (better ? day : held);
  }

  /** From now on with times. */
  private Extreme times() {
    Extreme made = times;
    if (made == null) {
      made = new Extreme(type, Chooser.of(type, largest, memory), memory);
      made.resize(groupCount);
      int[] groups = new int[Batch.ROWS];
      for (int from = 0; from < groupCount; from += Batch.ROWS) {
        int count = Math.min(Batch.ROWS, groupCount - from);
        for (int i = 0; i < count; i++) {
          groups[i] = days[from + i] == 0 ? -1 : from + i;
        }
        made.add(new Column[] {results(from, count)}, groups, count);
      }
      times = made;
      memory.shrink((long) Character.BYTES * days.length);
      days = new char[0];
    }
    return made;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    DayExtreme states = (DayExtreme) other;
    if (times != null || states.times != null) {
      times().merge(states.times(), target, groups);
      return;
    }
    for (int group = 0; group < groups; group++) {
      if (states.days[group] != 0) {
        offer(states.days[group], target[group]);
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    if (times != null) {
      return times.results(from, count);
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = days[from + i] == 0 ? 0 : (days[from + i] - 1) * ticks;
    }
    return LongColumn.of(values, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    if (times != null) {
      times.writeState(group, out);
    } else if (days[group] == 0) {
      codec.writeNone(out);
    } else {
      codec.write(results(group, 1), out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    Column value = codec.read(in);
    if (value != null) {
      add(new Column[] {value}, new int[] {group}, 1);
    }
  }
}
