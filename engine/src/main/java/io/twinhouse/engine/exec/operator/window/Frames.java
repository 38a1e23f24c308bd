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

  /**
   * Fills in the frames of the rows {@code [from, end)} of one partition, by row number. Ends at a
   * distance from a key only move on from row to row, which is how the server has them where keys
   * are NULL or NaN and follow no order of distances.
   */
  void fill(int from, int end, int[] starts, int[] ends) {
    int start = from;
    int stop = from;
    for (int row = from; row < end; row++) {
      Checkpoint.passSometimes(row);
      start = frame.start().unbounded() ? from : start(row, frame.rows() ? from : start, end);
      stop = frame.end().unbounded() ? end : stop(row, frame.rows() ? from : stop, end);
      starts[row] = start;
      ends[row] = Math.max(start, stop);
    }
  }

  private int start(int row, int from, int end) {
    WindowCall.Bound bound = frame.start();
    if (frame.rows()) {
      return clamp(row + bound.offset(), from, end);
    }
    return bound.current() ? block.peerStart(row) : walk(row, from, end, bound.offset(), false);
  }

  private int stop(int row, int from, int end) {
    WindowCall.Bound bound = frame.end();
    if (frame.rows()) {
      return clamp(row + bound.offset() + 1, from, end);
    }
    return bound.current() ? block.peerEnd(row) : walk(row, from, end, bound.offset(), true);
  }

  private static int clamp(long row, int from, int end) {
    return (int) Math.max(from, Math.min(end, row));
  }

  /**
   * The first row from {@code from} on whose key, seen in the direction of the order, is at least
   * the current one plus {@code offset}; with {@code beyond} the first whose key is more.
   */
  private int walk(int row, int from, int end, long offset, boolean beyond) {
    SortKey key = orderKey();
    int at = from;
    while (at < end) {
      int order = compare(key, at, row, offset);
      if (order > 0 || (!beyond && order == 0)) {
        break;
      }
      at++;
    }
    return at;
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

  /** The order of row a's key and row b's key moved on by {@code offset}. */
  private int compare(SortKey key, int a, int b, long offset) {
    Column compared = block.column(key.column(), a);
    Column reference = block.column(key.column(), b);
    int i = RowStore.rowOf(a);
    int j = RowStore.rowOf(b);
    if (compared.isNull(i) || reference.isNull(j)) {
      int order = Boolean.compare(reference.isNull(j), compared.isNull(i));
      return key.descending() ? -order : order;
    }
    Column first = compared.flatten();
    Column second = reference.flatten();
    long distance = key.descending() ? -offset : offset;
    Type type = block.node().input().schema().type(key.column()).base();
    int order;
    if (first instanceof LongColumn x && second instanceof LongColumn y) {
      long flip = type.equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
      long origin = y.values()[j] ^ flip;
      long moved = origin + distance;
      boolean overflow = ((origin ^ moved) & (distance ^ moved)) < 0;
      order = overflow ? (distance > 0 ? -1 : 1) : Long.compare(x.values()[i] ^ flip, moved);
    } else {
      double value = ((DoubleColumn) first).values()[i];
      double moved = ((DoubleColumn) second).values()[j] + distance;
      double limit = type.equals(FloatType.FLOAT32) ? (float) moved : moved;
      order = value < limit ? -1 : value == limit ? 0 : 1;
    }
    return key.descending() ? -order : order;
  }
}
