// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.plan.WindowCall;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** Which rows of its partition each row's frame holds; empty frames start where they end. */
final class Frames {

  private final WindowBlock block;
  private final WindowCall.Frame frame;

  Frames(WindowBlock block, WindowCall.Frame frame) {
    this.block = block;
    this.frame = frame;
  }

  /** Whether every frame is the whole partition. */
  boolean areWhole() {
    boolean allPeers = block.node().orderBy().isEmpty() && !frame.rows();
    return (frame.start().unbounded() || (allPeers && frame.start().current()))
        && (frame.end().unbounded() || (allPeers && frame.end().current()));
  }

  /** Whether every frame starts with the partition. */
  boolean startWithPartition() {
    return frame.start().unbounded();
  }

  /** Fills in the frames of the rows {@code [from, end)} of one partition, by row number. */
  void fill(int from, int end, int[] starts, int[] ends) {
    if (measures()) {
      checkKeys(from, end);
    }
    for (int row = from; row < end; row++) {
      Checkpoint.passSometimes(row);
      int start = frame.start().unbounded() ? from : start(row, from, end);
      int stop = frame.end().unbounded() ? end : stop(row, from, end);
      starts[row] = start;
      ends[row] = Math.max(start, stop);
    }
  }

  /** Whether an end of the frame is at a distance from the row's key. */
  private boolean measures() {
    return !frame.rows() && (frame.start().measured() || frame.end().measured());
  }

  /** A distance from NULL or NaN is nothing that an answer should rest on. */
  private void checkKeys(int from, int end) {
    SortKey key = orderKey();
    for (int row = from; row < end; row++) {
      if (isNull(key, row)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A RANGE OFFSET frame over an ORDER BY column with NULL or NaN is not supported;"
                + " leave these rows out first");
      }
    }
  }

  private int start(int row, int from, int end) {
    long offset = frame.start().offset();
    if (frame.rows()) {
      return clamp(row + offset, from, end);
    }
    return offset == 0 ? block.peerStart(row) : search(row, from, end, offset, false);
  }

  private int stop(int row, int from, int end) {
    long offset = frame.end().offset();
    if (frame.rows()) {
      return clamp(row + offset + 1, from, end);
    }
    return offset == 0 ? block.peerEnd(row) : search(row, from, end, offset, true);
  }

  private static int clamp(long row, int from, int end) {
    return (int) Math.max(from, Math.min(end, row));
  }

  /**
   * The first row whose key, seen in the direction of the order, is at least the current one plus
   * {@code offset}; with {@code beyond} the first whose key is more.
   */
  private int search(int row, int from, int end, long offset, boolean beyond) {
    SortKey key = orderKey();
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = compare(key, middle, row, offset);
      if (order < 0 || (beyond && order == 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private SortKey orderKey() {
    if (block.node().orderBy().size() != 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The RANGE OFFSET window frame requires exactly one ORDER BY column, "
              + block.node().orderBy().size()
              + " given");
    }
    SortKey key = block.node().orderBy().get(0);
    Type type = block.node().input().schema().type(key.column());
    Type base = type.base();
    boolean measured =
        (base instanceof IntegerType && base.lane() == Lane.LONG)
            || base instanceof FloatType
            || base instanceof DateTimeType
            || base instanceof DateType;
    if (!measured) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The RANGE OFFSET frame for '" + type.name() + "' ORDER BY column is not implemented");
    }
    return key;
  }

  private boolean isNull(SortKey key, int row) {
    Column column = block.column(key.column(), row);
    if (column.isNull(RowStore.rowOf(row))) {
      return true;
    }
    return column.flatten() instanceof DoubleColumn doubles
        && Double.isNaN(doubles.values()[RowStore.rowOf(row)]);
  }

  /** The order of row a's key and row b's key moved on by {@code offset}. */
  private int compare(SortKey key, int a, int b, long offset) {
    Column first = block.column(key.column(), a).flatten();
    Column second = block.column(key.column(), b).flatten();
    int i = RowStore.rowOf(a);
    int j = RowStore.rowOf(b);
    long distance = key.descending() ? -offset : offset;
    Type type = block.node().input().schema().type(key.column()).base();
    int order;
    if (first instanceof LongColumn x && second instanceof LongColumn y) {
      long flip = type.equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
      long reference = y.values()[j] ^ flip;
      long moved = reference + distance;
      boolean overflow = ((reference ^ moved) & (distance ^ moved)) < 0;
      order = overflow ? (distance > 0 ? -1 : 1) : Long.compare(x.values()[i] ^ flip, moved);
    } else {
      double value = ((DoubleColumn) first).values()[i];
      double moved = ((DoubleColumn) second).values()[j] + distance;
      double limit = type.equals(FloatType.FLOAT32) ? (float) moved : moved;
      order = value < limit ? -1 : value > limit ? 1 : 0;
    }
    return key.descending() ? -order : order;
  }
}
