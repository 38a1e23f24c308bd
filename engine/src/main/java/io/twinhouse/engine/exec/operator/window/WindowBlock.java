// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.WindowCall;
import java.util.Arrays;

/**
 * Whole partitions, sorted. Rows are numbered through the block; a row's number is also its address
 * in the store.
 */
final class WindowBlock {

  private final PlanNode.Window node;
  private final Reservation memory;
  private final RowStore store;
  private int[] partitionStarts = new int[16];
  private int partitions;
  private boolean isAll;

  /** For each row the first row of its peers and the row behind the last; none until asked for. */
  private int[] peerStarts = {};

  private int[] peerEnds = {};

  WindowBlock(PlanNode.Window node, Reservation memory) {
    this.node = node;
    this.memory = memory;
    store = new RowStore(node.input().schema().types(), memory);
  }

  int rows() {
    return Math.toIntExact(store.rows());
  }

  /** Whether there are no other rows in other blocks. */
  boolean isAll() {
    return isAll;
  }

  RowStore store() {
    return store;
  }

  PlanNode.Window node() {
    return node;
  }

  Reservation memory() {
    return memory;
  }

  /** States that a partition begins with row {@code row}, which need not be here yet. */
  void beginPartition(int row) {
    if (partitions + 1 >= partitionStarts.length) {
      memory.grow(4L * partitionStarts.length);
      partitionStarts = Arrays.copyOf(partitionStarts, 2 * partitionStarts.length);
    }
    partitionStarts[partitions++] = row;
  }

  void append(Batch batch, int from, int count) {
    store.append(batch, from, count);
  }

  /**
   * All rows are here.
   *
   * @param all whether they are all that there are
   */
  void end(boolean all) {
    store.seal();
    isAll = all;
    partitionStarts[partitions] = rows();
  }

  private void findPeers() {
    memory.grow(8L * rows() + Batch.ROWS);
    peerStarts = new int[rows()];
    peerEnds = new int[rows()];
    RowOrder order = new RowOrder(node.orderBy(), node.input().schema().types());
    boolean[] changes = new boolean[Batch.ROWS];
    int partition = 0;
    int start = 0;
    for (int chunk = 0; chunk < store.chunks(); chunk++) {
      Checkpoint.pass();
      Batch batch = store.chunk(chunk);
      Arrays.fill(changes, false);
      order.markChanges(batch, changes);
      int first = RowStore.address(chunk, 0);
      changes[0] = first > 0 && !arePeers(order, first - 1, first);
      for (int row = 0; row < batch.rows(); row++) {
        boolean begins = first + row == partitionStarts[partition];
        partition += begins ? 1 : 0;
        if (begins || changes[row]) {
          endPeers(start, first + row);
          start = first + row;
        }
      }
    }
    endPeers(start, rows());
    memory.shrink(Batch.ROWS);
  }

  private void endPeers(int start, int end) {
    Arrays.fill(peerStarts, start, end, start);
    Arrays.fill(peerEnds, start, end, end);
  }

  private boolean arePeers(RowOrder order, int a, int b) {
    return order.compare(
            store.chunk(RowStore.chunkOf(a)),
            RowStore.rowOf(a),
            store.chunk(RowStore.chunkOf(b)),
            RowStore.rowOf(b))
        == 0;
  }

  int partitions() {
    return partitions;
  }

  int partitionStart(int partition) {
    return partitionStarts[partition];
  }

  int partitionEnd(int partition) {
    return partitionStarts[partition + 1];
  }

  /** The first of the rows that the order does not tell apart from this one. */
  int peerStart(int row) {
    if (peerStarts.length == 0) {
      findPeers();
    }
    return peerStarts[row];
  }

  /** The row behind the last of those that the order does not tell apart from this one. */
  int peerEnd(int row) {
    if (peerStarts.length == 0) {
      findPeers();
    }
    return peerEnds[row];
  }

  /** The column that a value lives in, at row {@link RowStore#rowOf} of {@code row}. */
  Column column(int index, int row) {
    return store.chunk(RowStore.chunkOf(row)).column(index);
  }

  /** A value of a LONG column. */
  long longAt(int column, int row) {
    return ((LongColumn) column(column, row).flatten()).values()[RowStore.rowOf(row)];
  }

  /** The function's value for every row of the block. */
  Column compute(WindowCall call) {
    ColumnBuffer out = ColumnBuffer.of(call.type(), memory);
    if (call.aggregate() != null) {
      new FrameAggregation(this, call, call.aggregate()).compute(out);
    } else if (Ranking.knows(call.name())) {
      new Ranking(this, call).compute(out);
    } else if (DecayedFunction.knows(call.name())) {
      new DecayedFunction(this, call).compute(out);
    } else {
      new OffsetFunction(this, call).compute(out);
    }
    return out.column();
  }

  /** Gives everything back; idempotent. */
  void close() {
    memory.close();
  }
}
