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

  /** For each row the first row of its peers and the row behind the last. */
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

  RowStore store() {
    return store;
  }

  PlanNode.Window node() {
    return node;
  }

  Reservation memory() {
    return memory;
  }

  void beginPartition() {
    if (partitions + 1 >= partitionStarts.length) {
      memory.grow(4L * partitionStarts.length);
      partitionStarts = Arrays.copyOf(partitionStarts, 2 * partitionStarts.length);
    }
    partitionStarts[partitions++] = rows();
  }

  void append(Batch batch, int from, int count) {
    if (count > 0) {
      int[] chosen = new int[count];
      Arrays.setAll(chosen, i -> from + i);
      store.append(batch, chosen, count);
    }
  }

  /** All rows are here: finds the peers. */
  void end() {
    store.seal();
    partitionStarts[partitions] = rows();
    memory.grow(8L * rows());
    peerStarts = new int[rows()];
    peerEnds = new int[rows()];
    RowOrder order = new RowOrder(node.orderBy(), node.input().schema().types());
    for (int p = 0; p < partitions; p++) {
      int start = partitionStarts[p];
      for (int row = start + 1; row <= partitionStarts[p + 1]; row++) {
        Checkpoint.passSometimes(row);
        if (row == partitionStarts[p + 1] || !arePeers(order, row - 1, row)) {
          Arrays.fill(peerStarts, start, row, start);
          Arrays.fill(peerEnds, start, row, row);
          start = row;
        }
      }
    }
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

  int peerStart(int row) {
    return peerStarts[row];
  }

  int peerEnd(int row) {
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
