// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * CollapsingMergeTree: of the rows of a key the first that takes back a state and the last that
 * tells one are left, as far as the other kind does not outnumber them. Reads with FINAL see no row
 * that takes back.
 *
 * @param sign position of the column that is 1 in rows that tell a state, -1 in those that take one
 *     back
 */
public record SignFolding(int sign) implements RowFolding {

  @Override
  public BitSet needed(BitSet read) {
    BitSet needed = (BitSet) read.clone();
    needed.set(sign);
    return needed;
  }

  @Override
  public FoldedRows fold(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory) {
    return collapsed(keys, columns, order, parts, memory, true);
  }

  @Override
  public FoldedRows current(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory) {
    return collapsed(keys, columns, order, parts, memory, false);
  }

  @Override
  public boolean hidesRows() {
    return true;
  }

  private FoldedRows collapsed(
      List<long[]> keys,
      Batch columns,
      int[] order,
      PartStarts parts,
      Reservation memory,
      boolean negatives) {
    long[] signs = ((LongColumn) columns.column(sign).flatten()).values();
    memory.grow(4L * order.length);
    int[] kept = new int[order.length];
    int count = 0;
    for (int from = 0; from < order.length; ) {
      Run run = new Run();
      int to = from;
      while (to < order.length && (to == from || isOneRun(keys, order[from], order[to], parts))) {
        run.add(order[to], signs[order[to]]);
        to++;
      }
      count = run.keep(kept, count, negatives);
      from = to;
    }
    return new FoldedRows(Arrays.copyOf(kept, count), count, Map.of());
  }

  /**
   * ClickHouse takes it that a part has each key once, though an insert may leave two rows of it: a
   * second row of the part that a run began with begins another run.
   */
  private static boolean isOneRun(List<long[]> keys, int first, int row, PartStarts parts) {
    return !KeyRuns.differ(keys, first, row) && !parts.together(first, row);
  }

  /** The rows of one key. */
  private static final class Run {
    private int told;
    private int taken;
    private int firstTaken;
    private int lastTold;
    private boolean endsTold;

    void add(int row, long sign) {
      if (sign == 1) {
        told++;
        lastTold = row;
        endsTold = true;
      } else if (sign == -1) {
        firstTaken = taken == 0 ? row : firstTaken;
        taken++;
        endsTold = false;
      } else {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Incorrect data: Sign = " + sign + " (must be 1 or -1).");
      }
    }

    /** Adds what stays behind {@code count} rows; how many there are then. */
    int keep(int[] rows, int count, boolean negatives) {
      int next = count;
      boolean cancelled = told == taken && !endsTold;
      if (!cancelled && told <= taken && negatives) {
        rows[next++] = firstTaken;
      }
      if (!cancelled && told >= taken) {
        rows[next++] = lastTold;
      }
      return next;
    }
  }
}
