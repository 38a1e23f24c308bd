// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.UuidType;
import java.util.SplittableRandom;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, 42 bits that count on within one of them,
 * 32 random bits. Those of the present ascend from row to row and from query to query.
 */
public final class TimedUuids {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = Long.MIN_VALUE;
  private static final int LOW_COUNT_BITS = 30;
  private static final long LOW_COUNT = (1L << LOW_COUNT_BITS) - 1;

  /** A count begins below half of its range, so that it does not run over. */
  private static final long FIRST_COUNT = (1L << 41) - 1;

  private static final Present PRESENT = new Present();

  private TimedUuids() {}

  /** What the UUIDs of the present were last given. Thread-safe. */
  private static final class Present {
    private long millis = Long.MIN_VALUE;
    private long count;

    /** Writes UUIDs that lie behind all that were given before. */
    synchronized void fill(long now, long[] words, SplittableRandom random) {
      if (now > millis) {
        millis = now;
        count = random.nextLong() & FIRST_COUNT;
      }
      for (int row = 0; row < words.length / 2; row++) {
        write(words, row, millis, count++, random);
      }
    }
  }

  public static FunctionFamily family() {
    return new FunctionFamily("Random")
        .add("generateUUIDv7", t -> t.ownNulls().notDeterministic(), TimedUuids::present)
        .add("dateTimeToUUIDv7", t -> t.ownNulls().notDeterministic(), TimedUuids::of);
  }

  private static BoundFunction present(CallSite call) {
    call.arity(0, 1);
    long now = call.context().now().toEpochMilli();
    return Bound.total(
        UuidType.INSTANCE,
        invocation -> {
          long[] words = new long[2 * invocation.rows()];
          PRESENT.fill(now, words, RandomFunctions.fresh());
          return WideColumn.of(words, 2, invocation.rows(), null);
        });
  }

  private static BoundFunction of(CallSite call) {
    if (!(call.arity(1).type(0) instanceof DateTimeType)) {
      throw call.illegal(0);
    }
    return Bound.total(
        UuidType.INSTANCE, invocation -> of(invocation.argument(0), invocation.rows()));
  }

  private static Column of(Column times, int rows) {
    LongLane seconds = LongLane.of(times);
    SplittableRandom random = RandomFunctions.fresh();
    long[] words = new long[2 * rows];
    long first = random.nextLong() & FIRST_COUNT;
    for (int row = 0; row < rows; row++) {
      write(words, row, seconds.at(row) * 1000, first + row, random);
    }
    return WideColumn.of(words, 2, rows, null);
  }

  private static void write(
      long[] words, int row, long millis, long count, SplittableRandom random) {
    long tail = random.nextLong() & 0xFFFF_FFFFL;
    words[2 * row] = VARIANT | (count & LOW_COUNT) << 32 | tail;
    words[2 * row + 1] = millis << 16 | VERSION | count >>> LOW_COUNT_BITS;
  }
}
