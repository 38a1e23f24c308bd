// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.StateReader;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * At most 8192 values a group: all of them, or a sample by Vitter's algorithm R with the generator
 * (PCG, multiplicative, XSH-RS, 64 to 32 bits) and the seed that ClickHouse uses, so that one
 * thread here keeps the sample that one thread there keeps.
 */
final class Reservoirs {

  private static final int MOST = 8192;
  private static final int FIRST = 8;
  private static final long SEED = 123459;
  private static final long MULTIPLIER = 6364136223846793005L;

  /** Bytes a group outside its sample. */
  private static final int FIXED_BYTES = 8 + 8 + GroupCapacity.REFERENCE;

  private final Reservation memory;
  private long[] totals = {};
  private long[] generators = {};
  private double[] @Nullable [] samples = {};

  Reservoirs(Reservation memory) {
    this.memory = memory;
  }

  void resize(int groups) {
    int old = totals.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow((long) FIXED_BYTES * length);
      totals = Arrays.copyOf(totals, length);
      generators = Arrays.copyOf(generators, length);
      Arrays.fill(generators, old, length, SEED);
      samples = Arrays.copyOf(samples, length);
      memory.shrink((long) FIXED_BYTES * old);
    }
  }

  /** Adds a value that is not NaN. */
  void add(int group, double value) {
    long total = totals[group]++;
    if (total < MOST) {
      room(group, (int) total)[(int) total] = value;
      return;
    }
    double[] sample = samples[group];
    long chosen = random(group, total + 1);
    if (chosen < MOST && sample != null) {
      sample[(int) chosen] = value;
    }
  }

  private double[] room(int group, int size) {
    double[] sample = samples[group];
    if (sample == null || size == sample.length) {
      int length = sample == null ? FIRST : Math.min(MOST, size * 2);
      memory.grow(GroupCapacity.ARRAY_HEADER + 8L * length);
      double[] grown = new double[length];
      if (sample != null) {
        System.arraycopy(sample, 0, grown, 0, size);
        memory.shrink(GroupCapacity.ARRAY_HEADER + 8L * sample.length);
      }
      samples[group] = grown;
      return grown;
    }
    return sample;
  }

  private long random(int group, long limit) {
    if (limit <= 0xffffffffL) {
      return Integer.toUnsignedLong(next(group)) % limit;
    }
    long high = Integer.toUnsignedLong(next(group)) << 32;
    return Long.remainderUnsigned(high + Integer.toUnsignedLong(next(group)), limit);
  }

  private int next(int group) {
    long state = generators[group];
    generators[group] = state * MULTIPLIER;
    return (int) ((state ^ state >>> 22) >>> 22 + (int) (state >>> 61));
  }

  private int size(int group) {
    return (int) Math.min(totals[group], MOST);
  }

  /** The sample of a group, ascending; of no length if the group has no value. */
  double[] sorted(int group) {
    double[] sample = samples[group];
    double[] sorted = sample == null ? new double[0] : Arrays.copyOf(sample, size(group));
    Arrays.sort(sorted);
    return sorted;
  }

  /** Adds another's sample; beyond the bound each value counts for those it stands for. */
  void addAll(Reservoirs other, int otherGroup, int group) {
    double[] sample = other.samples[otherGroup];
    if (sample != null) {
      addAll(sample, other.size(otherGroup), other.totals[otherGroup], group);
    }
  }

  private void addAll(double[] sample, int size, long total, int group) {
    if (total <= MOST) {
      for (int i = 0; i < size; i++) {
        add(group, sample[i]);
      }
      return;
    }
    if (totals[group] <= MOST) {
      double[] own = samples[group];
      int ownSize = size(group);
      double[] kept = own == null ? new double[0] : Arrays.copyOf(own, ownSize);
      totals[group] = 0;
      for (int i = 0; i < size; i++) {
        room(group, i)[i] = sample[i];
      }
      totals[group] = total;
      for (double value : kept) {
        add(group, value);
      }
      return;
    }
    long both = totals[group] + total;
    double[] own = samples[group];
    for (int i = 0; i < MOST && own != null; i++) {
      if (random(group, both) < total) {
        own[i] = sample[i];
      }
    }
    totals[group] = both;
  }

  void write(int group, BytesBuffer out) {
    StateBytes.writeVarint(out, totals[group]);
    StateBytes.writeLong(out, generators[group]);
    double[] sample = samples[group];
    for (int i = 0; i < size(group) && sample != null; i++) {
      StateBytes.writeDouble(out, sample[i]);
    }
  }

  void read(int group, StateReader in) {
    long total = in.readVarint();
    long generator = in.readLong();
    double[] sample = new double[(int) Math.min(total, MOST)];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = in.readDouble();
    }
    if (totals[group] == 0) {
      generators[group] = generator;
    }
    addAll(sample, sample.length, total, group);
  }
}
