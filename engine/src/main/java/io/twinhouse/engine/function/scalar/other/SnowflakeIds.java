// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import java.util.concurrent.atomic.AtomicLong;

/**
 * generateSnowflakeID: 41 bits of milliseconds since 1970, 10 bits of the machine, 12 bits that
 * count on. They ascend from row to row and from query to query.
 */
public final class SnowflakeIds {

  private static final int COUNT_BITS = 12;
  private static final int MACHINE_BITS = 10;
  private static final long MACHINES = (1L << MACHINE_BITS) - 1;

  /** Milliseconds and count that were given last. */
  private static final AtomicLong LAST = new AtomicLong();

  private SnowflakeIds() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Random")
        .add("generateSnowflakeID", t -> t.ownNulls().notDeterministic(), SnowflakeIds::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(0, 2);
    if (call.size() == 2) {
      call.integer(1);
    }
    return Bound.total(
        IntegerType.UINT64,
        invocation -> {
          LongLane machines = call.size() == 2 ? LongLane.of(invocation.argument(1)) : null;
          int rows = invocation.rows();
          long next = reserve(rows);
          long[] ids = invocation.scratch().longs(rows);
          for (int row = 0; row < rows; row++) {
            long machine = machines == null ? 0 : machines.at(row) & MACHINES;
            long count = next + row;
            ids[row] =
                count >>> COUNT_BITS << COUNT_BITS + MACHINE_BITS
                    | machine << COUNT_BITS
                    | (count & ((1L << COUNT_BITS) - 1));
          }
          return LongColumn.of(ids, rows, null);
        });
  }

  /** The first of so many counts that nobody else gets. */
  private static long reserve(int rows) {
    long now = System.currentTimeMillis() << COUNT_BITS;
    return LAST.accumulateAndGet(rows, (last, more) -> Math.max(last, now) + more) - rows;
  }
}
