// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/**
 * States as the server writes them: a version, the number of spans, and for each span that has
 * samples its number and those.
 */
record GridBytes(GridRule rule, GridShape grid) {

  private int version() {
    return rule == GridRule.CHANGES || rule == GridRule.RESETS ? 2 : 3;
  }

  /** The samples must be sorted. */
  void write(Samples samples, BytesBuffer out) {
    StateBytes.writeBytes(out, version(), Short.BYTES);
    StateBytes.writeLong(out, grid.spans());
    StateBytes.writeLong(out, buckets(samples));
    for (int from = 0; from < samples.size(); ) {
      long index = grid.span(samples.time(from));
      int to = end(samples, from);
      StateBytes.writeLong(out, index);
      bucket(samples, from, to, out);
      from = to;
    }
  }

  private int end(Samples samples, int from) {
    long index = grid.span(samples.time(from));
    int to = from + 1;
    while (to < samples.size() && grid.span(samples.time(to)) == index) {
      to++;
    }
    return to;
  }

  private int buckets(Samples samples) {
    int count = 0;
    for (int from = 0; from < samples.size(); from = end(samples, from)) {
      count++;
    }
    return count;
  }

  private void bucket(Samples samples, int from, int to, BytesBuffer out) {
    switch (rule) {
      case RESAMPLE -> {
        out.write(1);
        pair(samples, to - 1, out);
      }
      case INSTANT_RATE, INSTANT_DELTA -> lastTwo(samples, from, to, out);
      default -> {
        StateBytes.writeLong(out, to - from);
        for (int i = from; i < to; i++) {
          pair(samples, i, out);
        }
      }
    }
  }

  private void pair(Samples samples, int index, BytesBuffer out) {
    grid.times().write(samples.time(index), out);
    grid.values().write(samples.bits(index), out);
  }

  /** Two samples at most, the last one first; all times, then all values. */
  private void lastTwo(Samples samples, int from, int to, BytesBuffer out) {
    int count = Math.min(2, to - from);
    StateBytes.writeBytes(out, count, Short.BYTES);
    for (int i = 1; i <= count; i++) {
      grid.times().write(samples.time(to - i), out);
    }
    for (int i = 1; i <= count; i++) {
      grid.values().write(samples.bits(to - i), out);
    }
  }

  /** Whether it is a state of such a grid; what it holds is added to {@code samples}. */
  boolean read(StateReader in, Samples samples) {
    boolean own = in.readBytes(Short.BYTES) == version() && in.readLong() == grid.spans();
    long buckets = own ? in.readLong() : 0;
    for (long i = 0; i < buckets; i++) {
      in.readLong();
      switch (rule) {
        case RESAMPLE -> readPairs(in, in.readByte(), samples);
        case INSTANT_RATE, INSTANT_DELTA -> readLastTwo(in, samples);
        default -> readPairs(in, in.readLong(), samples);
      }
    }
    return own;
  }

  private void readPairs(StateReader in, long count, Samples samples) {
    for (long i = 0; i < count; i++) {
      long time = grid.times().read(in);
      samples.add(time, Double.longBitsToDouble(grid.values().read(in)));
    }
  }

  private void readLastTwo(StateReader in, Samples samples) {
    int count = (int) Math.min(2, in.readBytes(Short.BYTES));
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = grid.times().read(in);
    }
    for (long time : times) {
      samples.add(time, Double.longBitsToDouble(grid.values().read(in)));
    }
  }
}
