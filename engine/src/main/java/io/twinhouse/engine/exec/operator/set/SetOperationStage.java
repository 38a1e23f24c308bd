// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.set;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * INTERSECT and EXCEPT: the right side's rows are counted first, then the left side's are looked up
 * in order. With ALL each right row accounts for one left row; without it left rows that stay are
 * yielded once. Where the left side has no rows the right side is not run, so that it does not fail
 * either: the server does the same.
 */
public final class SetOperationStage implements Stage {

  private final QueryContext query;
  private final Stage left;
  private final Stage right;
  private final PlanNode.SetOperation node;
  private final OperatorFigure figure;
  private @Nullable MemoryContext memory;
  private @Nullable LookAhead source;
  private @Nullable Counts counts;
  private @Nullable Batch rightTotals;

  public SetOperationStage(
      QueryContext query,
      Stage left,
      Stage right,
      PlanNode.SetOperation node,
      OperatorFigure figure) {
    this.query = query;
    this.left = left;
    this.right = right;
    this.node = node;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    left.prepare();
    MemoryContext own = figure.memory(query.memory());
    memory = own;
    LookAhead ahead = new LookAhead(new ConcatOperator(left, own));
    source = ahead;
    Counts counted = new Counts(new Reservation(own));
    counts = counted;
    if (ahead.hasRows()) {
      right.prepare();
      count(counted, own);
      rightTotals = right.totals();
    }
    right.close();
  }

  private void count(Counts counted, MemoryContext own) {
    try (ConcatOperator rows = new ConcatOperator(right, own)) {
      for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
        query.proceed();
        counted.number(batch);
        for (int row = 0; row < batch.rows(); row++) {
          counted.left[counted.groups[row]]++;
        }
      }
    }
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext parent) {
    if (counts == null || source == null) {
      throw new IllegalStateException("not prepared");
    }
    return new SetOperator(source, counts, figure.memory(parent));
  }

  /** Those of the first side that has any. */
  @Override
  public @Nullable Batch totals() {
    Batch totals = left.totals();
    return totals == null ? rightTotals : totals;
  }

  @Override
  public void close() {
    if (source != null) {
      source.close();
    }
    left.close();
    right.close();
    if (memory != null) {
      memory.close();
    }
  }

  /** How often each distinct row may still be matched; -1 once it was yielded. */
  private final class Counts {

    private final Reservation held;
    private final KeyTable table;
    private int[] groups = {};
    private long[] left = {};

    Counts(Reservation held) {
      this.held = held;
      table = new KeyTable(node.schema().types(), held);
    }

    void number(Batch batch) {
      if (groups.length < batch.rows()) {
        held.grow(4L * (batch.rows() - groups.length));
        groups = new int[batch.rows()];
      }
      Column[] keys = new Column[batch.width()];
      Arrays.setAll(keys, batch::column);
      table.insert(keys, batch.rows(), groups);
      if (left.length < table.size()) {
        int grown = Math.max(table.size(), 2 * left.length);
        held.grow(8L * (grown - left.length));
        left = Arrays.copyOf(left, grown);
      }
    }

    /** Whether the next left row of a group is yielded. */
    boolean yields(int group) {
      if (node.all()) {
        boolean matched = left[group] > 0;
        left[group] -= matched ? 1 : 0;
        return matched == node.intersect();
      }
      if (left[group] < 0 || left[group] > 0 != node.intersect()) {
        return false;
      }
      left[group] = -1;
      return true;
    }
  }

  private final class SetOperator implements Operator {

    private final Operator source;
    private final Counts counted;
    private final MemoryContext own;
    private final BatchBuffer out;

    SetOperator(Operator source, Counts counted, MemoryContext own) {
      this.source = source;
      this.counted = counted;
      this.own = own;
      out = new BatchBuffer(node.schema().types(), new Reservation(own));
    }

    @Override
    public @Nullable Batch next() {
      out.reset();
      Batch batch = source.next();
      while (batch != null) {
        counted.number(batch);
        int[] rows = counted.groups;
        int count = 0;
        for (int row = 0; row < batch.rows(); row++) {
          if (counted.yields(rows[row])) {
            rows[count++] = row;
          }
        }
        if (count > 0) {
          figure.yielded(count);
          out.append(batch, rows, 0, count);
          return out.batch();
        }
        batch = source.next();
      }
      return null;
    }

    @Override
    public void close() {
      source.close();
      own.close();
    }
  }
}
