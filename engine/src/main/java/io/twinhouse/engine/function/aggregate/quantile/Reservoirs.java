// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * At most 8192 values a group: all of them, or a sample by Vitter's algorithm R with the generator
 * (PCG, multiplicative, XSH-RS, 64 to 32 bits) and the seed that ClickHouse uses, so that one
 * thread here keeps the sample that one thread there keeps. Values are those of the LONG lane, or
 * the bits of a double.
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
  private long[] @Nullable [] samples = {};

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
  void add(int group, long value) {
    long total = totals[group]++;
    if (total < MOST) {
      room(group, (int) total)[(int) total] = value;
      return;
    }
    long[] sample = samples[group];
    long chosen = random(group, total + 1);
    if (chosen < MOST && sample != null) {
      sample[(int) chosen] = value;
    }
  }

  private long[] room(int group, int size) {
    long[] sample = samples[group];
    if (sample == null || size == sample.length) {
      int length = sample == null ? FIRST : Math.min(MOST, size * 2);
      memory.grow(GroupCapacity.ARRAY_HEADER + 8L * length);
      long[] grown = new long[length];
      if (sample != null) {
        System.arraycopy(sample, 0, grown, 0, size);
        memory.shrink(GroupCapacity.ARRAY_HEADER + 8L * sample.length);
      }
      samples[group] = grown;
      return grown;
    }
    return sample;
  }

  private static double toDouble(Type base, long value) {
    if (base.lane() != Lane.LONG) {
      return Double.longBitsToDouble(value);
    }
    return base.equals(IntegerType.UINT64) ? DoubleLane.ofUnsigned(value) : value;
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
  double[] sorted(int group, Type base) {
    long[] sample = samples[group];
    double[] sorted = new double[sample == null ? 0 : size(group)];
    for (int i = 0; i < sorted.length && sample != null; i++) {
      sorted[i] = toDouble(base, sample[i]);
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** Adds another's sample; beyond the bound each value counts for those it stands for. */
  void addAll(Reservoirs other, int otherGroup, int group) {
    long[] sample = other.samples[otherGroup];
    if (sample != null) {
      addAll(sample, other.size(otherGroup), other.totals[otherGroup], group);
    }
  }

  private void addAll(long[] sample, int size, long total, int group) {
    if (total <= MOST) {
      for (int i = 0; i < size; i++) {
        add(group, sample[i]);
      }
      return;
    }
    if (totals[group] <= MOST) {
      long[] own = samples[group];
      int ownSize = size(group);
      long[] kept = own == null ? new long[0] : Arrays.copyOf(own, ownSize);
      totals[group] = 0;
      for (int i = 0; i < size; i++) {
        room(group, i)[i] = sample[i];
      }
      totals[group] = total;
      for (long value : kept) {
        add(group, value);
      }
      return;
    }
    long both = totals[group] + total;
    long[] own = samples[group];
    for (int i = 0; i < MOST && own != null; i++) {
      if (random(group, both) < total) {
        own[i] = sample[i];
      }
    }
    totals[group] = both;
  }

  /** Writes the values as those of {@code base}, the generator as the text that it prints. */
  void write(int group, Type base, BytesBuffer out) {
    StateBytes.writeLong(out, MOST);
    StateBytes.writeLong(out, totals[group]);
    String generator =
        Long.toUnsignedString(MULTIPLIER) + " 0 " + Long.toUnsignedString(generators[group]);
    byte[] text = generator.getBytes(StandardCharsets.US_ASCII);
    StateBytes.writeVarint(out, text.length);
    out.write(text, 0, text.length);
    long[] sample = samples[group];
    for (int i = 0; i < size(group) && sample != null; i++) {
      writeValue(base, sample[i], out);
    }
  }

  private static void writeValue(Type base, long value, BytesBuffer out) {
    if (base.equals(FloatType.FLOAT32)) {
      float single = (float) Double.longBitsToDouble(value);
      StateBytes.writeBytes(out, Float.floatToRawIntBits(single), 4);
    } else if (base.lane() == Lane.WIDE) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The state of a quantile is not implemented for "
              + base.name()
              + "; use toFloat64 or quantileExact");
    } else {
      StateBytes.writeBytes(out, value, ValueWidth.bytes(base));
    }
  }

  void read(int group, Type base, StateReader in) {
    in.readLong();
    long total = in.readLong();
    int length = (int) in.readVarint();
    String text = new String(in.data(), in.skip(length), length, StandardCharsets.US_ASCII);
    long generator = Long.parseUnsignedLong(text.substring(text.lastIndexOf(' ') + 1));
    int count = (int) Math.min(total, MOST);
    long[] sample = new long[count];
    for (int i = 0; i < count; i++) {
      sample[i] = readValue(base, in);
    }
    if (totals[group] == 0) {
      generators[group] = generator;
    }
    addAll(sample, sample.length, total, group);
  }

  private static long readValue(Type base, StateReader in) {
    if (base.equals(FloatType.FLOAT32)) {
      return Double.doubleToRawLongBits(Float.intBitsToFloat((int) in.readBytes(4)));
    }
    return ValueWidth.extend(base, in.readBytes(ValueWidth.bytes(base)));
  }
}
