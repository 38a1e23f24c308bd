// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;

/**
 * {@code and} and {@code or}: an argument that is dear or may fail is evaluated only for the rows
 * that the arguments before it have not decided.
 */
final class JunctionNode extends EvaluationNode {

  private final boolean conjunction;
  private final CallNode call;
  private final Branch[] branches;
  private final boolean plain;
  private final Reservation memory;
  private final Column[] values;
  private int[] open = {};

  JunctionNode(boolean conjunction, CallNode call, Branch[] branches, MemoryContext context) {
    this.conjunction = conjunction;
    this.call = call;
    this.branches = branches;
    memory = new Reservation(context);
    values = new Column[branches.length];
    boolean all = true;
    for (Branch branch : branches) {
      all &= branch.always();
    }
    plain = all;
  }

  @Override
  Column evaluate(Batch batch) {
    int rows = batch.rows();
    int left = rows;
    if (!plain) {
      if (open.length < rows) {
        memory.grow(4L * (rows - open.length));
        open = new int[rows];
      }
      for (int row = 0; row < rows; row++) {
        open[row] = row;
      }
    }
    for (int i = 0; i < branches.length; i++) {
      values[i] = branches[i].evaluate(batch, open, left);
      if (!plain && i + 1 < branches.length) {
        left = undecided(values[i], left);
      }
    }
    return call.call(values, rows);
  }

  /** Keeps the rows that {@code value} leaves open: not false for and, not true for or. */
  private int undecided(Column value, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean isTrue = Truth.is(value, open[i]);
      boolean stays = conjunction ? isTrue || value.isNull(open[i]) : !isTrue;
      if (stays) {
        open[kept++] = open[i];
      }
    }
    return kept;
  }

  @Override
  int select(Batch batch, int[] rows, int count) {
    if (!conjunction) {
      return super.select(batch, rows, count);
    }
    return selectFrom(0, batch, rows, count);
  }

  @Override
  int selectAll(Batch batch, int[] rows) {
    if (!conjunction) {
      return super.selectAll(batch, rows);
    }
    return selectFrom(1, batch, rows, branches[0].selectAll(batch, rows));
  }

  private int selectFrom(int first, Batch batch, int[] rows, int count) {
    int left = count;
    for (int i = first; i < branches.length && left > 0; i++) {
      left = branches[i].select(batch, rows, left);
    }
    return left;
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
