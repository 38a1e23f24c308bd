// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Skips rows, hands on the next ones, and then those that tie with the last of them. */
public final class LimitStage extends UnaryStage {

  private final PlanNode.Limit node;
  private final List<Type> types;
  private final OperatorFigure figure;

  public LimitStage(Stage input, PlanNode.Limit node, OperatorFigure figure) {
    super(input);
    this.node = node;
    types = node.schema().types();
    this.figure = figure;
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new LimitOperator(new ConcatOperator(input, memory), figure.memory(memory));
  }

  private final class LimitOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final @Nullable RowOrder ties;
    private final BatchBuffer out;
    private final BatchBuffer lastRow;
    private long skip = node.offset();
    private long left = node.limit();
    private boolean done = node.limit() == 0;

    LimitOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      ties = node.tiesOf().isEmpty() ? null : new RowOrder(node.tiesOf(), types);
      Reservation held = new Reservation(memory);
      out = new BatchBuffer(types, held);
      lastRow = new BatchBuffer(types, held);
    }

    @Override
    public @Nullable Batch next() {
      while (!done) {
        Batch batch = source.next();
        if (batch == null) {
          break;
        }
        int from = (int) Math.min(skip, batch.rows());
        skip -= from;
        int count = (int) Math.min(left, batch.rows() - from);
        left -= count;
        int tied = left > 0 || ties == null ? 0 : ties(ties, batch, from + count, count > 0);
        done = left == 0 && (ties == null || from + count + tied < batch.rows());
        count += tied;
        if (count > 0) {
          figure.yielded(count);
          return count == batch.rows() ? batch : slice(batch, from, count);
        }
      }
      done = true;
      return null;
    }

    /** How many rows from {@code end} on equal the last row within the limit. */
    private int ties(RowOrder order, Batch batch, int end, boolean lastIsHere) {
      if (lastIsHere) {
        lastRow.reset();
        lastRow.append(batch, end - 1, 1);
      }
      if (lastRow.size() == 0) {
        return 0;
      }
      Batch last = lastRow.batch();
      int row = end;
      while (row < batch.rows() && order.compare(last, 0, batch, row) == 0) {
        row++;
      }
      return row - end;
    }

    private Batch slice(Batch batch, int from, int count) {
      out.reset();
      out.append(batch, from, count);
      return out.batch();
    }

    @Override
    public void close() {
      done = true;
      source.close();
      memory.close();
    }
  }
}
