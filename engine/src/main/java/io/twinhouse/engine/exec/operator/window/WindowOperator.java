// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.WindowCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers blocks of whole partitions, has their columns computed and hands them on. */
final class WindowOperator implements Operator {

  private final QueryContext query;
  private final PlanNode.Window node;
  private final Operator source;
  private final OperatorFigure figure;
  private final MemoryContext memory;
  private final Reservation held;
  private final RowOrder partitionOrder;
  private final BatchBuffer last;
  private final BatchBuffer out;
  private @Nullable WindowBlock block;
  private Column[] results = {};
  private int emitted;
  private @Nullable Batch pending;
  private int pendingRow;

  WindowOperator(
      QueryContext query,
      PlanNode.Window node,
      Operator source,
      OperatorFigure figure,
      MemoryContext memory) {
    this.query = query;
    this.node = node;
    this.source = source;
    this.figure = figure;
    this.memory = memory;
    held = new Reservation(memory);
    partitionOrder =
        RowOrder.grouping(node.partitionBy(), List.of(), node.input().schema().types());
    last = new BatchBuffer(node.input().schema().types(), held);
    out = new BatchBuffer(node.schema().types(), held);
  }

  @Override
  public @Nullable Batch next() {
    query.proceed();
    WindowBlock current = block;
    if (current == null || emitted == current.rows()) {
      current = fill();
      if (current == null) {
        return null;
      }
    }
    int chunk = emitted / Batch.ROWS;
    Batch rows = current.store().chunk(chunk);
    out.reset();
    for (int i = 0; i < rows.width(); i++) {
      out.column(i).append(rows.column(i), 0, rows.rows());
    }
    for (int i = 0; i < results.length; i++) {
      out.column(rows.width() + i).append(results[i], emitted, rows.rows());
    }
    out.grown(rows.rows());
    emitted += rows.rows();
    figure.yielded(rows.rows());
    return out.batch();
  }

  /** The next block with its columns, or null at the end. */
  private @Nullable WindowBlock fill() {
    if (block != null) {
      block.close();
      block = null;
    }
    WindowBlock next = new WindowBlock(node, new Reservation(memory));
    block = next;
    boolean complete = false;
    while (!complete) {
      if (pending == null || pendingRow == pending.rows()) {
        pending = source.next();
        pendingRow = 0;
        query.proceed();
      }
      if (pending == null) {
        complete = true;
      } else {
        complete = take(next, pending);
      }
    }
    if (next.rows() == 0) {
      return null;
    }
    next.end();
    results = new Column[node.calls().size()];
    for (int i = 0; i < results.length; i++) {
      WindowCall call = node.calls().get(i);
      results[i] = next.compute(call);
    }
    emitted = 0;
    return next;
  }

  /** Moves rows of the batch to the block; whether the block is complete before the next row. */
  private boolean take(WindowBlock target, Batch batch) {
    int from = pendingRow;
    int row = pendingRow;
    while (row < batch.rows()) {
      if (!continues(batch, row, row == from)) {
        target.append(batch, from, row - from);
        from = row;
        if (target.rows() >= Batch.ROWS) {
          pendingRow = row;
          last.reset();
          return true;
        }
        target.beginPartition();
      }
      row++;
    }
    target.append(batch, from, row - from);
    pendingRow = row;
    last.reset();
    last.append(batch, row - 1, 1);
    return false;
  }

  private boolean continues(Batch batch, int row, boolean first) {
    if (row > 0 && !first) {
      return partitionOrder.compare(batch, row - 1, batch, row) == 0;
    }
    return last.size() > 0 && partitionOrder.compare(last.batch(), 0, batch, row) == 0;
  }

  @Override
  public void close() {
    source.close();
    if (block != null) {
      block.close();
      block = null;
    }
    memory.close();
  }
}
