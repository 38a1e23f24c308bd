// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.UnaryStage;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** WITH FILL: rows are added where the input, which is sorted, lacks a value of the grid. */
public final class FillStage extends UnaryStage {

  private final QueryContext query;
  private final PlanNode.Fill node;
  private final OperatorFigure figure;

  public FillStage(QueryContext query, Stage input, PlanNode.Fill node, OperatorFigure figure) {
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
    return new FillOperator(new ConcatOperator(input, memory), figure.memory(memory));
  }

  private final class FillOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final FillGrid grid = node.grid();
    private final LongUnaryOperator successor = grid.successor();
    private final AddedRow added;
    private final BatchBuffer out;
    private final RowOrder prefix;
    private @Nullable Batch batch;
    private int row;
    private boolean started;
    private boolean ended;
    private boolean hasRow;
    private boolean exhausted;
    private long next;
    private long lastValue;

    FillOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      List<Type> types = node.schema().types();
      out = new BatchBuffer(types, new Reservation(memory));
      prefix = RowOrder.grouping(node.prefix(), List.of(), types);
      added = new AddedRow(node, memory);
    }

    @Override
    public @Nullable Batch next() {
      query.proceed();
      out.reset();
      while (out.size() < Batch.ROWS && !ended) {
        if (batch == null || row == batch.rows()) {
          advance();
        } else {
          step(batch);
        }
      }
      while (out.size() < Batch.ROWS && ended && fillsBehind()) {
        add(added.before(), 0);
      }
      if (out.size() == 0) {
        return null;
      }
      figure.yielded(out.size());
      return out.batch();
    }

    private void advance() {
      batch = source.next();
      row = 0;
      ended = batch == null;
      if (ended && !started && grid.from() != null && grid.to() != null) {
        started = true;
        next = grid.from();
      }
    }

    /** One added row, or the row at hand. */
    private void step(Batch rows) {
      if (started && startsGrid(rows)) {
        if (fillsBehind()) {
          add(added.before(), 0);
          return;
        }
        started = false;
        exhausted = false;
        hasRow = false;
      }
      long value = valueAt(rows.column(node.column()), row);
      if (!started) {
        started = true;
        next = grid.from() == null ? value : grid.from();
      }
      if (!exhausted && grid.before(next, value)) {
        if (isWithinBounds()) {
          add(rows, row);
          return;
        }
        skipTo(value);
      }
      if (next == value) {
        nextOnGrid();
      }
      out.append(rows, row, 1);
      added.isBehind(rows, row);
      lastValue = value;
      hasRow = true;
      row++;
    }

    /** Whether the row at hand has another prefix than the row before. */
    private boolean startsGrid(Batch rows) {
      return !node.prefix().isEmpty() && prefix.compare(added.before(), 0, rows, row) != 0;
    }

    private boolean isWithinBounds() {
      Long to = grid.to();
      return !exhausted && (to == null || grid.before(next, to)) && isFresh(grid.staleness());
    }

    private boolean isFresh(@Nullable Long staleness) {
      if (staleness == null) {
        return true;
      }
      return hasRow && grid.before(next, lastValue + staleness); // past the type's end none is
    }

    /** Leaves out what is too far behind the last row; behind the end nothing is added any more. */
    private void skipTo(long value) {
      if (grid.staleness() != null && !exhausted && grid.before(next, value)) {
        next = grid.towards(next, value);
        for (int skipped = 1; grid.before(next, value) && !exhausted; skipped++) {
          Checkpoint.passSometimes(skipped);
          nextOnGrid();
        }
      }
    }

    /** Whether the grid goes on behind the last row of the prefix. */
    private boolean fillsBehind() {
      return started && (grid.to() != null || grid.staleness() != null) && isWithinBounds();
    }

    /** Adds a row with the prefix of another. */
    private void add(Batch alike, int alikeRow) {
      added.append(out, next, alike, alikeRow);
      nextOnGrid();
    }

    /** The grid ends where its type does. */
    private void nextOnGrid() {
      long after = successor.applyAsLong(next);
      exhausted |= !grid.before(next, after);
      next = after;
    }

    private static long valueAt(Column column, int row) {
      return column instanceof ConstantColumn constant
          ? ((LongColumn) constant.value()).values()[0]
          : ((LongColumn) column).values()[row];
    }

    @Override
    public void close() {
      ended = true;
      started = false;
      added.close();
      source.close();
      memory.close();
    }
  }
}
