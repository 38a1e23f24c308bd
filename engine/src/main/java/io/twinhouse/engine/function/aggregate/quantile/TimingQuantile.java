// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.FloatType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * quantileTiming: of milliseconds up to half a minute. Few values are kept as they are; many as a
 * histogram that is exact below 1,024 and of sixteens above.
 */
final class TimingQuantile extends LevelState<TimingQuantile> {

  private static final int MOST = 30_000;
  private static final int EXACT = 1024;
  private static final int WIDTH = 16;
  private static final int COARSE = (MOST - EXACT) / WIDTH;
  private static final int TINY = 31;

  /** From here on the histogram is at most twice as large as the list. */
  private static final int LARGE = (1 + EXACT + COARSE) * 8 / 4;

  private final boolean weighted;
  private final Reservation memory;
  private final LongList values;
  private long @Nullable [] counts;
  private long count;

  TimingQuantile(Levels levels, boolean weighted, Reservation memory) {
    super(levels, FloatType.FLOAT32);
    this.weighted = weighted;
    this.memory = memory;
    values = new LongList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    double value = in.number(0, row);
    // The server casts to 64 signed bits first, which makes what does not fit negative.
    boolean fits =
        in.column(0) instanceof LongColumn ? in.word(0, row) >= 0 : value >= 0 && value < 0x1p63;
    if (!fits) {
      return;
    }
    int time = (int) Math.min(MOST, value);
    if (weighted) {
      addMany(time, in.word(1, row));
    } else {
      add(time);
    }
  }

  private void add(int time) {
    if (counts == null && values.size() >= LARGE) {
      spread();
    }
    if (counts == null) {
      values.add(time);
    } else {
      put(counts, time, 1);
    }
  }

  private void addMany(int time, long weight) {
    boolean few = weight > 0 && weight < TINY && values.size() + weight <= TINY;
    if (counts == null && few) {
      for (long i = 0; i < weight; i++) {
        values.add(time);
      }
    } else if (weight != 0) {
      put(counts == null ? spread() : counts, time, weight);
    }
  }

  private long[] spread() {
    memory.grow(8L * (EXACT + COARSE));
    long[] made = new long[EXACT + COARSE];
    counts = made;
    for (int i = 0; i < values.size(); i++) {
      put(made, (int) values.get(i), 1);
    }
    values.truncate(0);
    return made;
  }

  private void put(long[] made, int time, long weight) {
    count += weight;
    if (time < EXACT) {
      made[time] += weight;
    } else if (time < MOST) {
      made[EXACT + (time - EXACT) / WIDTH] += weight;
    }
  }

  @Override
  public void merge(TimingQuantile other) {
    long[] others = other.counts;
    if (others == null) {
      for (int i = 0; i < other.values.size(); i++) {
        add((int) other.values.get(i));
      }
      return;
    }
    long[] own = counts == null ? spread() : counts;
    for (int i = 0; i < own.length; i++) {
      own[i] += others[i];
    }
    count += other.count;
  }

  @Override
  double quantile(double level) {
    if (counts != null) {
      return fromCounts(counts, level);
    }
    int size = values.size();
    if (size == 0) {
      return Double.NaN;
    }
    long[] sorted = values.toArray();
    Arrays.sort(sorted);
    return sorted[level == 1 ? size - 1 : (int) (level * size)];
  }

  private double fromCounts(long[] made, double level) {
    if (count == 0) {
      return Double.NaN;
    }
    double wanted = Math.ceil(count * level);
    long reached = 0;
    for (int i = 0; i < made.length; i++) {
      reached += made[i];
      if (made[i] != 0 && reached >= wanted) {
        return i < EXACT ? i : coarse(i - EXACT);
      }
    }
    return MOST;
  }

  /** Some value of a bucket, the same one each time. */
  private static long coarse(int bucket) {
    return (long) bucket * WIDTH + EXACT + (IntHash.mix32(bucket) % WIDTH - WIDTH / 2);
  }

  @Override
  public void write(BytesBuffer out) {
    if (counts != null) {
      writeCounts(counts, out);
      return;
    }
    boolean tiny = values.size() <= TINY;
    out.write(tiny ? 1 : 2);
    if (tiny) {
      StateBytes.writeBytes(out, values.size(), 2);
    } else {
      StateBytes.writeLong(out, values.size());
    }
    for (int i = 0; i < values.size(); i++) {
      StateBytes.writeBytes(out, values.get(i), 2);
    }
  }

  /** All counts where there are many, else each that is not zero behind its place. */
  private void writeCounts(long[] made, BytesBuffer out) {
    out.write(3);
    StateBytes.writeLong(out, count);
    boolean dense = isDense(count);
    for (int i = 0; i < made.length; i++) {
      if (!dense && made[i] != 0) {
        StateBytes.writeBytes(out, i, 2);
      }
      if (dense || made[i] != 0) {
        StateBytes.writeLong(out, made[i]);
      }
    }
    if (!dense) {
      StateBytes.writeBytes(out, MOST, 2);
    }
  }

  private static boolean isDense(long count) {
    return Long.compareUnsigned(count * 2, EXACT + COARSE) > 0;
  }

  @Override
  public void read(StateReader in) {
    int kind = in.readByte();
    if (kind == 3) {
      readCounts(in);
      return;
    }
    long size = kind == 1 ? in.readBytes(2) : in.readLong();
    for (long i = 0; i < size; i++) {
      values.add(in.readBytes(2));
    }
  }

  private void readCounts(StateReader in) {
    long total = in.readLong();
    long[] made = spread();
    if (isDense(total)) {
      for (int i = 0; i < made.length; i++) {
        made[i] = in.readLong();
      }
    } else {
      for (int at = (int) in.readBytes(2); at < made.length; at = (int) in.readBytes(2)) {
        made[at] = in.readLong();
      }
    }
    count = total;
  }
}
