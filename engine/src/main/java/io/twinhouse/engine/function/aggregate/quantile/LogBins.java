// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Map;
import java.util.TreeMap;

/** How many values of one sign lie in each bin, all accounted; counts may be parts of one. */
final class LogBins {

  /** Between the least key and the greatest one there are fewer. */
  private static final int MOST_KEYS = 1 << 16;

  private static final int ENTRY_BYTES = 96;
  private static final int CONTIGUOUS = 12;
  private static final int SPARSE = 4;

  private final Reservation memory;
  private final TreeMap<Integer, Double> bins = new TreeMap<>();
  private double count;

  LogBins(Reservation memory) {
    this.memory = memory;
    memory.grow(ENTRY_BYTES);
  }

  double count() {
    return count;
  }

  void add(int key, double weight) {
    if (!bins.containsKey(key)) {
      checkRange(key);
      memory.grow(ENTRY_BYTES);
    }
    bins.merge(key, weight, Double::sum);
    count += weight;
  }

  private void checkRange(int key) {
    if (!bins.isEmpty()) {
      long range = (long) Math.max(key, bins.lastKey()) - Math.min(key, bins.firstKey()) + 1;
      if (range > MOST_KEYS) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "DDSketch store key range too large: " + range);
      }
    }
  }

  void addAll(LogBins other) {
    double sum = count + other.count;
    other.bins.forEach(this::add);
    count = sum;
  }

  /** The bin of the value of a rank, counted from below or, where that is a border, above. */
  int keyAt(double rank, boolean lower) {
    double reached = 0;
    for (Map.Entry<Integer, Double> bin : bins.entrySet()) {
      reached += bin.getValue();
      if (lower ? reached > rank : reached >= rank + 1) {
        return bin.getKey();
      }
    }
    return bins.lastKey();
  }

  void write(BytesBuffer out) {
    int first = bins.isEmpty() ? Integer.MAX_VALUE : bins.firstKey();
    long all = bins.isEmpty() ? 0 : (long) bins.lastKey() - first + 1;
    long filled = bins.values().stream().filter(weight -> weight != 0).count();
    if (8 * (all - filled) > 2 * filled) {
      out.write(SPARSE);
      StateBytes.writeVarint(out, filled);
      int before = 0;
      for (Map.Entry<Integer, Double> bin : bins.entrySet()) {
        writeSigned(out, bin.getKey() - before);
        StateBytes.writeDouble(out, bin.getValue());
        before = bin.getKey();
      }
      return;
    }
    out.write(CONTIGUOUS);
    StateBytes.writeVarint(out, all);
    writeSigned(out, first);
    writeSigned(out, 1);
    for (int i = 0; i < all; i++) {
      StateBytes.writeDouble(out, bins.getOrDefault(first + i, 0.0));
    }
  }

  private static void writeSigned(BytesBuffer out, long value) {
    StateBytes.writeVarint(out, value << 1 ^ value >> 63);
  }

  private static int readSigned(StateReader in) {
    long value = in.readVarint();
    return (int) (value >>> 1 ^ -(value & 1));
  }

  void read(StateReader in) {
    int encoding = in.readByte();
    if (encoding != CONTIGUOUS && encoding != SPARSE) {
      throw new TwinhouseException(ErrorCode.INCORRECT_DATA, "Invalid flag for encoding mode");
    }
    int left = in.readCount(8);
    int key = encoding == CONTIGUOUS ? readSigned(in) : 0;
    int step = encoding == CONTIGUOUS ? readSigned(in) : 0;
    for (; left > 0; left--) {
      key += encoding == SPARSE ? readSigned(in) : 0;
      double weight = in.readDouble();
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Invalid count of a bin of a DDSketch: " + weight);
      }
      if (weight != 0) {
        add(key, weight);
      }
      key += step;
    }
  }
}
