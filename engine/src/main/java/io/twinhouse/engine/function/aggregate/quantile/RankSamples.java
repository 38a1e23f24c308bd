// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * Values with bounds of their ranks, by Greenwald and Khanna ("Space-Efficient Online Computation
 * of Quantile Summaries", 2001). Values wait in a buffer and are merged in when it is full; then
 * neighbours are fused as far as the error allows. Values are words in their order. One owner.
 */
final class RankSamples {

  private static final int BUFFERED = 50_000;
  private static final long COMPRESSED_FROM = 10_000;

  private final Reservation memory;
  private double error;
  private long count;
  private boolean compressed;
  private LongList values;

  /** How many values a sample stands for, and by how many ranks it may be off. */
  private LongList gaps;

  private LongList spans;
  private LongList waiting;

  RankSamples(double error, Reservation memory) {
    this.error = error;
    this.memory = memory;
    values = new LongList(memory);
    gaps = new LongList(memory);
    spans = new LongList(memory);
    waiting = new LongList(memory);
  }

  /** A copy without what waits, fused. */
  RankSamples compressedCopy(Reservation passing) {
    RankSamples copy = new RankSamples(error, passing);
    copy.count = count;
    copy.compressed = compressed;
    copy.values.addAll(values);
    copy.gaps.addAll(gaps);
    copy.spans.addAll(spans);
    copy.waiting.addAll(waiting);
    copy.compress();
    return copy;
  }

  void add(long value) {
    waiting.add(value);
    compressed = false;
    if (waiting.size() >= BUFFERED) {
      mergeWaiting();
      if (values.size() >= COMPRESSED_FROM) {
        compress();
      }
    }
  }

  void compress() {
    if (!compressed) {
      mergeWaiting();
      fuse(2 * error * count);
      compressed = true;
    }
  }

  private void append(LongList[] to, long value, long gap, long span) {
    to[0].add(value);
    to[1].add(gap);
    to[2].add(span);
  }

  private LongList[] fresh() {
    return new LongList[] {new LongList(memory), new LongList(memory), new LongList(memory)};
  }

  private void replace(LongList[] lists) {
    memory.shrink(8L * (values.values().length + gaps.values().length + spans.values().length));
    values = lists[0];
    gaps = lists[1];
    spans = lists[2];
  }

  private void mergeWaiting() {
    if (waiting.size() == 0) {
      return;
    }
    long[] sorted = waiting.toArray();
    Arrays.sort(sorted);
    LongList[] merged = fresh();
    int at = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (at < values.size() && values.get(at) <= sorted[i]) {
        append(merged, values.get(at), gaps.get(at), spans.get(at));
        at++;
      }
      count++;
      boolean outermost = merged[0].size() == 0 || (at == values.size() && i == sorted.length - 1);
      append(merged, sorted[i], 1, outermost ? 0 : (long) Math.floor(2 * error * count));
    }
    for (; at < values.size(); at++) {
      append(merged, values.get(at), gaps.get(at), spans.get(at));
    }
    replace(merged);
    waiting.truncate(0);
  }

  /** Lets samples stand for those before them while they stand for less than {@code most}. */
  private void fuse(double most) {
    int size = values.size();
    if (size == 0) {
      return;
    }
    LongList[] backwards = fresh();
    int head = size - 1;
    long gap = gaps.get(head);
    for (int i = size - 2; i >= 1; i--) {
      if (gaps.get(i) + gap + spans.get(head) < most) {
        gap += gaps.get(i);
      } else {
        append(backwards, values.get(head), gap, spans.get(head));
        head = i;
        gap = gaps.get(i);
      }
    }
    append(backwards, values.get(head), gap, spans.get(head));
    if (size > 1 && values.get(0) <= values.get(head)) {
      append(backwards, values.get(0), gaps.get(0), spans.get(0));
    }
    for (LongList list : backwards) {
      reverse(list);
    }
    replace(backwards);
  }

  private static void reverse(LongList list) {
    for (int i = 0, j = list.size() - 1; i < j; i++, j--) {
      long word = list.get(i);
      list.set(i, list.get(j));
      list.set(j, word);
    }
  }

  /** Adds samples that are not used afterwards. */
  void merge(RankSamples other) {
    compress();
    other.compress();
    if (other.count == 0) {
      return;
    }
    if (count == 0) {
      error = other.error;
      count = other.count;
      values.addAll(other.values);
      gaps.addAll(other.gaps);
      spans.addAll(other.spans);
      return;
    }
    long more = (long) Math.floor(2 * other.error * other.count);
    long moreThere = (long) Math.floor(2 * error * count);
    LongList[] merged = fresh();
    int i = 0;
    int j = 0;
    while (i < values.size() && j < other.values.size()) {
      if (values.get(i) < other.values.get(j)) {
        append(merged, values.get(i), gaps.get(i), spans.get(i) + (j > 0 ? more : 0));
        i++;
      } else {
        long span = other.spans.get(j) + (i > 0 ? moreThere : 0);
        append(merged, other.values.get(j), other.gaps.get(j), span);
        j++;
      }
    }
    for (; i < values.size(); i++) {
      append(merged, values.get(i), gaps.get(i), spans.get(i));
    }
    for (; j < other.values.size(); j++) {
      append(merged, other.values.get(j), other.gaps.get(j), other.spans.get(j));
    }
    replace(merged);
    error = Math.max(error, other.error);
    count += other.count;
    fuse(2 * error * count);
  }

  boolean isEmpty() {
    return values.size() == 0;
  }

  /** The values at ascending levels, zeros without any; nothing waits. */
  long[] at(double[] levels) {
    long[] found = new long[levels.length];
    if (isEmpty()) {
      return found;
    }
    long widest = Long.MIN_VALUE;
    for (int i = 0; i < values.size(); i++) {
      widest = Math.max(widest, spans.get(i) + gaps.get(i));
    }
    long allowed = widest / 2;
    int last = values.size() - 1;
    int at = 0;
    long rank = gaps.get(0);
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] <= error) {
        found[i] = values.get(0);
      } else if (levels[i] >= 1 - error) {
        found[i] = values.get(last);
      } else {
        long wanted = (long) Math.ceil(levels[i] * count);
        while (at < last && !isNear(rank, spans.get(at), wanted, allowed)) {
          at++;
          rank += gaps.get(at);
        }
        found[i] = values.get(at);
        // The server begins anew with a rank of zero behind the end.
        rank = at == last ? 0 : rank;
      }
    }
    return found;
  }

  private static boolean isNear(long rank, long span, long wanted, long allowed) {
    return rank + span - allowed <= wanted && wanted <= rank + allowed;
  }

  /** Writes samples among which nothing waits. */
  void write(RankWords words, BytesBuffer out) {
    StateBytes.writeBytes(out, COMPRESSED_FROM, Long.BYTES);
    StateBytes.writeDouble(out, error);
    StateBytes.writeBytes(out, count, Long.BYTES);
    StateBytes.writeBytes(out, values.size(), Long.BYTES);
    for (int i = 0; i < values.size(); i++) {
      words.write(values.get(i), out);
      StateBytes.writeBytes(out, gaps.get(i), Long.BYTES);
      StateBytes.writeBytes(out, spans.get(i), Long.BYTES);
    }
  }

  void read(RankWords words, StateReader in) {
    if (in.readLong() != COMPRESSED_FROM) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "The compress threshold isn't the expected one 10000");
    }
    error = in.readDouble();
    count = in.readLong();
    for (long left = in.readLong(); left > 0; left--) {
      values.add(words.read(in));
      gaps.add(in.readLong());
      spans.add(in.readLong());
    }
    compressed = true;
  }
}
