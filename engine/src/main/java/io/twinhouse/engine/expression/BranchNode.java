// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;

/**
 * {@code if} and {@code multiIf}: conditions one after the other on the rows still open, each value
 * on the rows that take it.
 */
final class BranchNode extends EvaluationNode {

  private final CallNode call;
  private final Branch[] branches;
  private final Reservation memory;
  private final Column[] values;
  private int[] open = {};
  private int[] taken = {};

  BranchNode(CallNode call, Branch[] branches, MemoryContext context) {
    this.call = call;
    this.branches = branches;
    memory = new Reservation(context);
    values = new Column[branches.length];
  }

  @Override
  Column evaluate(Batch batch) {
    int rows = batch.rows();
    if (open.length < rows) {
      memory.grow(8L * (rows - open.length));
      open = new int[rows];
      taken = new int[rows];
    }
    for (int row = 0; row < rows; row++) {
      open[row] = row;
    }
    int left = rows;
    int last = branches.length - 1;
    for (int i = 0; i < last; i += 2) {
      values[i] = branches[i].evaluate(batch, open, left);
      int chosen = 0;
      int kept = 0;
      for (int j = 0; j < left; j++) {
        int row = open[j];
        if (Truth.is(values[i], row)) {
          taken[chosen++] = row;
        } else {
          open[kept++] = row;
        }
      }
      values[i + 1] = branches[i + 1].evaluate(batch, taken, chosen);
      left = kept;
    }
    values[last] = branches[last].evaluate(batch, open, left);
    return call.call(values, rows);
  }

  @Override
  void close() {
    call.close();
    for (Branch branch : branches) {
      branch.close();
    }
    memory.close();
  }
}
