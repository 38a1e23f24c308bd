// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads sorted runs as one, earlier runs first among peers. */
final class RunMerger implements AutoCloseable {

  private final SortedRun[] runs;
  private final int[] positions;
  private final MemoryContext memory;
  private final BatchBuffer out;
  private long left;

  /**
   * @param limit rows wanted, or -1 for all
   */
  RunMerger(SortedRun[] runs, List<Type> types, long limit, MemoryContext memory) {
    this.runs = runs;
    this.memory = memory;
    positions = new int[runs.length];
    out = new BatchBuffer(types, new Reservation(memory));
    left = limit < 0 ? Long.MAX_VALUE : limit;
  }

  @Nullable Batch next() {
    out.reset();
    int wanted = (int) Math.min(Batch.ROWS, left);
    while (out.size() < wanted) {
      int first = first();
      if (first < 0) {
        break;
      }
      int count = stretch(first, wanted - out.size());
      runs[first].store().gather(runs[first].addresses(), positions[first], count, out);
      positions[first] += count;
    }
    left -= out.size();
    return out.size() == 0 ? null : out.batch();
  }

  /** The run whose next row is the first of all, or -1. */
  private int first() {
    int best = -1;
    for (int i = 0; i < runs.length; i++) {
      if (positions[i] < runs[i].size()
          && (best < 0 || runs[i].compare(positions[i], runs[best], positions[best]) < 0)) {
        best = i;
      }
    }
    return best;
  }

  /** How many rows of a run, up to {@code most}, come before the next row of every other run. */
  private int stretch(int chosen, int most) {
    int end = Math.min(runs[chosen].size(), positions[chosen] + most);
    int position = positions[chosen] + 1;
    while (position < end && leads(chosen, position)) {
      position++;
    }
    return position - positions[chosen];
  }

  private boolean leads(int chosen, int position) {
    for (int i = 0; i < runs.length; i++) {
      if (i != chosen && positions[i] < runs[i].size()) {
        int order = runs[chosen].compare(position, runs[i], positions[i]);
        if (order > 0 || (order == 0 && i < chosen)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void close() {
    memory.close();
  }
}
