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
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A LIMIT or OFFSET from the end or of a share of all rows. Rows are handed on as soon as they
 * belong to the result however many come after them, and dropped as soon as they can not; what is
 * between waits for the end of the input.
 */
public final class PortionStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.Portion node;
  private final OperatorFigure figure;

  public PortionStage(
      QueryContext query, Stage input, PlanNode.Portion node, OperatorFigure figure) {
    super(input);
    this.query = query;
    this.node = node;
    this.figure = figure;
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new PortionOperator(new ConcatOperator(input, memory), figure.memory(memory));
  }

  private final class PortionOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final PortionBounds bounds = new PortionBounds(node.offset(), node.limit());
    private final HeldRows held;
    private final @Nullable RowOrder ties;
    private final BatchBuffer lastRow;
    private long next;
    private long end = -1;
    private boolean done;

    PortionOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      List<Type> types = node.schema().types();
      held = new HeldRows(query, types, memory);
      ties = node.tiesOf().isEmpty() ? null : new RowOrder(node.tiesOf(), types);
      lastRow = new BatchBuffer(types, new Reservation(memory));
    }

    @Override
    public @Nullable Batch next() {
      while (end < 0) {
        query.proceed();
        next = Math.max(next, bounds.start(held.end()));
        held.dropBefore(next);
        long sure = held.isSpilled() ? 0 : bounds.sureEnd(held.end());
        if (next < sure) {
          return handOn(sure);
        }
        Batch batch = source.next();
        if (batch == null) {
          next = Math.max(next, bounds.start(held.end()));
          end = bounds.end(held.end());
        } else {
          held.add(batch);
        }
      }
      if (next < end) {
        return handOn(end);
      }
      return done || ties == null ? null : tied(ties);
    }

    private Batch handOn(long to) {
      Batch batch = held.read(next, to);
      next += batch.rows();
      if (ties != null) {
        lastRow.reset();
        lastRow.append(batch, batch.rows() - 1, 1);
      }
      figure.yielded(batch.rows());
      return batch;
    }

    /** Rows behind the last one that equal it in the order. */
    private @Nullable Batch tied(RowOrder order) {
      done = lastRow.size() == 0 || next >= held.end();
      if (done) {
        return null;
      }
      Batch batch = held.read(next, held.end());
      Batch last = lastRow.batch();
      int count = 0;
      while (count < batch.rows() && order.compare(last, 0, batch, count) == 0) {
        count++;
      }
      done = count < batch.rows();
      if (count == 0) {
        return null;
      }
      Batch equal = held.read(next, next + count);
      next += count;
      figure.yielded(count);
      return equal;
    }

    @Override
    public void close() {
      source.close();
      held.close();
      memory.close();
    }
  }
}
