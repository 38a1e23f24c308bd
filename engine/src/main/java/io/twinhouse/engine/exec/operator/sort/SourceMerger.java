// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads sorted sources as one, earlier sources first among peers, with one batch of each in memory:
 * a binary heap of their next rows.
 */
final class SourceMerger implements SortedSource {

  private final RowOrder order;
  private final SortedSource[] sources;
  private final @Nullable Batch[] batches;
  private final int[] rows;
  private final long[][] prefixes;
  private final int[] heap;
  private int live;
  private final BatchBuffer out;
  private long left;

  /**
   * @param limit rows wanted, or -1 for all
   * @param memory for the rows handed on and for the heap
   */
  SourceMerger(
      RowOrder order,
      List<? extends SortedSource> inputs,
      List<Type> types,
      long limit,
      Reservation memory) {
    this.order = order;
    sources = inputs.toArray(SortedSource[]::new);
    memory.grow((8L * Batch.ROWS + 24) * sources.length);
    batches = new Batch[sources.length];
    rows = new int[sources.length];
    prefixes = new long[sources.length][Batch.ROWS];
    heap = new int[sources.length];
    out = new BatchBuffer(types, memory);
    left = limit < 0 ? Long.MAX_VALUE : limit;
    for (int i = 0; i < sources.length; i++) {
      if (load(i)) {
        heap[live++] = i;
      }
    }
    for (int i = live / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  private boolean load(int source) {
    Batch batch = sources[source].next();
    batches[source] = batch;
    rows[source] = 0;
    if (batch == null) {
      return false;
    }
    order.prefixes(batch, prefixes[source]);
    return true;
  }

  @Override
  public @Nullable Batch next() {
    out.reset();
    int wanted = (int) Math.min(Batch.ROWS, left);
    while (out.size() < wanted && live > 0) {
      take(heap[0], wanted - out.size());
    }
    left -= out.size();
    return out.size() == 0 ? null : out.batch();
  }

  /** Moves rows of the first source that come before those of all others. */
  private void take(int source, int most) {
    Batch batch = batches[source];
    if (batch == null) {
      throw new IllegalStateException("a source in the heap has no rows");
    }
    int from = rows[source];
    int end = Math.min(batch.rows(), from + most);
    int next = from + 1;
    int rival = rival();
    while (next < end) {
      rows[source] = next;
      if (rival >= 0 && comesBefore(rival, source)) {
        break;
      }
      next++;
    }
    out.append(batch, from, next - from);
    rows[source] = next;
    if (next == batch.rows() && !load(source)) {
      heap[0] = heap[--live];
    }
    siftDown(0);
  }

  /** The source whose row is second, or -1. */
  private int rival() {
    if (live < 2) {
      return -1;
    }
    return live == 2 || comesBefore(heap[1], heap[2]) ? heap[1] : heap[2];
  }

  private void siftDown(int start) {
    int at = start;
    while (true) {
      int child = 2 * at + 1;
      if (child >= live) {
        return;
      }
      if (child + 1 < live && comesBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!comesBefore(heap[child], heap[at])) {
        return;
      }
      int moved = heap[at];
      heap[at] = heap[child];
      heap[child] = moved;
      at = child;
    }
  }

  private boolean comesBefore(int a, int b) {
    int byPrefix = Long.compare(prefixes[a][rows[a]], prefixes[b][rows[b]]);
    Batch left = batches[a];
    Batch right = batches[b];
    if (byPrefix == 0 && left != null && right != null) {
      byPrefix = order.compare(left, rows[a], right, rows[b]);
    }
    return byPrefix < 0 || (byPrefix == 0 && a < b);
  }
}
