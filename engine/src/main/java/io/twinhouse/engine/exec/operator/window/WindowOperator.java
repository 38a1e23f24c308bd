// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
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
import java.util.Arrays;
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
  private final ColumnBuffer[] out;
  private @Nullable WindowBlock block;
  private Column[] results = {};
  private int emitted;
  private @Nullable Batch pending;
  private int pendingRow;
  private boolean isFirst = true;

  /** The rows of the pending batch that are the first of their partition. */
  private boolean[] starts = {};

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
    out =
        node.calls().stream()
            .map(call -> ColumnBuffer.of(call.type(), held))
            .toArray(ColumnBuffer[]::new);
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
    Batch rows = current.store().chunk(emitted / Batch.ROWS);
    Column[] columns = new Column[rows.width() + results.length];
    for (int i = 0; i < rows.width(); i++) {
      columns[i] = rows.column(i);
    }
    for (int i = 0; i < results.length; i++) {
      out[i].reset();
      out[i].append(results[i], emitted, rows.rows());
      columns[rows.width() + i] = out[i].column();
    }
    emitted += rows.rows();
    figure.yielded(rows.rows());
    return Batch.of(rows.rows(), columns);
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
        if (pending != null) {
          markStarts(pending);
        }
      }
      complete = pending == null || take(next, pending);
    }
    if (next.rows() == 0) {
      return null;
    }
    next.end(isFirst && pending == null);
    isFirst = false;
    results = new Column[node.calls().size()];
    for (int i = 0; i < results.length; i++) {
      WindowCall call = node.calls().get(i);
      results[i] = next.compute(call);
    }
    emitted = 0;
    return next;
  }

  private void markStarts(Batch batch) {
    int rows = batch.rows();
    if (starts.length < rows) {
      held.grow(rows - starts.length);
      starts = new boolean[rows];
    }
    Arrays.fill(starts, 0, rows, false);
    partitionOrder.markChanges(batch, starts);
    starts[0] = last.size() == 0 || partitionOrder.compare(last.batch(), 0, batch, 0) != 0;
    last.reset();
    last.append(batch, rows - 1, 1);
  }

  /** Moves rows of the batch to the block; whether the block is complete before the next row. */
  private boolean take(WindowBlock target, Batch batch) {
    int from = pendingRow;
    int shift = target.rows() - from;
    int row = from;
    boolean complete = false;
    while (row < batch.rows() && !complete) {
      complete = starts[row] && shift + row >= Batch.ROWS;
      if (starts[row] && !complete) {
        target.beginPartition(shift + row);
      }
      row += complete ? 0 : 1;
    }
    target.append(batch, from, row - from);
    pendingRow = row;
    return complete;
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
