// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands on sorted rows with those that they lack, a batch at a time. */
final class FillOperator implements Operator {

  /** What is done next. */
  private enum Phase {
    /** Looking at the next row. */
    ARRIVING,
    /** Adding rows up to the row at hand. */
    NEARING,
    /** Leaving out what is too stale before the row at hand. */
    JUMPING,
    /** Adding rows behind such a jump. */
    LANDED,
    /** Handing on the row at hand. */
    TAKING,
    /** Adding rows behind the last row of a prefix. */
    BEHIND,
    OVER
  }

  private final QueryContext query;
  private final PlanNode.Fill node;
  private final OperatorFigure figure;
  private final Operator source;
  private final MemoryContext memory;
  private final GridCursor cursor;
  private final AddedRow added;
  private final BatchBuffer out;
  private final RowOrder prefix;
  private final boolean stale;
  private @Nullable Batch batch;
  private int row;
  private Phase phase = Phase.ARRIVING;
  private boolean begun;
  private boolean ended;
  private boolean standsOnAdded;

  FillOperator(
      QueryContext query,
      PlanNode.Fill node,
      OperatorFigure figure,
      Operator source,
      MemoryContext memory) {
    this.query = query;
    this.node = node;
    this.figure = figure;
    this.source = source;
    this.memory = memory;
    List<Type> types = node.schema().types();
    cursor = new GridCursor(node.keys());
    added = new AddedRow(node, cursor, memory);
    out = new BatchBuffer(types, new Reservation(memory));
    prefix = RowOrder.grouping(node.prefix(), List.of(), types);
    stale = node.keys().stream().anyMatch(key -> key.grid().staleness() != null);
  }

  @Override
  public @Nullable Batch next() {
    query.proceed();
    out.reset();
    while (out.size() < Batch.ROWS && phase != Phase.OVER) {
      if (batch == null || row == batch.rows()) {
        read();
      } else {
        step(batch);
      }
    }
    if (out.size() == 0) {
      return null;
    }
    figure.yielded(out.size());
    return out.batch();
  }

  /** The next rows; behind the last, what the grids go on with. */
  private void read() {
    if (!ended) {
      batch = source.next();
      row = 0;
      ended = batch == null;
      if (!ended) {
        return;
      }
      if (!begun) {
        cursor.standAtFrom(0);
        standsOnAdded = false;
      }
      leave(added.before());
    }
    while (phase == Phase.BEHIND && out.size() < Batch.ROWS) {
      goOnBehind();
    }
    if (phase == Phase.ARRIVING) {
      phase = Phase.OVER;
    }
  }

  private void step(Batch rows) {
    switch (phase) {
      case ARRIVING -> arrive(rows);
      case NEARING -> {
        if (cursor.advance()) {
          add(rows, row);
          cursor.settle();
        } else if (stale) {
          cursor.boundByTarget();
          phase = Phase.JUMPING;
        } else {
          phase = Phase.TAKING;
        }
      }
      case JUMPING -> {
        if (cursor.jump()) {
          add(rows, row);
          cursor.settle();
          phase = Phase.LANDED;
        } else {
          phase = Phase.TAKING;
        }
      }
      case LANDED -> {
        if (cursor.advance()) {
          add(rows, row);
          cursor.settle();
        } else {
          phase = Phase.JUMPING;
        }
      }
      case TAKING -> take(rows);
      case BEHIND -> goOnBehind();
      case OVER -> throw new IllegalStateException("rows behind the last");
    }
  }

  private void arrive(Batch rows) {
    if (begun && !node.prefix().isEmpty() && prefix.compare(added.before(), 0, rows, row) != 0) {
      leave(added.before());
      return;
    }
    boolean wasBehind = cursor.isBehindTarget();
    cursor.aimAt(rows, row);
    if (!begun) {
      begun = true;
      if (!cursor.begin()) {
        standsOnAdded = false;
        if (cursor.beginsBeforeTarget()) {
          add(rows, row);
        }
      }
      cursor.boundByTarget();
    }
    // where FROM lies behind rows of the prefix, it is added before the first that lies behind it
    if (wasBehind && cursor.isBeforeTarget() && cursor.isWithinBounds()) {
      add(rows, row);
    }
    cursor.settle();
    phase = Phase.NEARING;
  }

  private void take(Batch rows) {
    if (cursor.hasChanged()) {
      standsOnAdded = false;
    }
    out.append(rows, row, 1);
    added.isBehind(rows, row);
    row++;
    phase = Phase.ARRIVING;
  }

  /** Behind the last row of a prefix, or of all. */
  private void leave(Batch alike) {
    boolean first =
        cursor.isBehindTarget() && !standsOnAdded || cursor.isTargetEmpty() && cursor.isStanding();
    cursor.aimAtNothing();
    begun = false;
    if (!cursor.isBounded() || !cursor.isWithinBounds()) {
      phase = Phase.ARRIVING;
      return;
    }
    if (first) {
      add(alike, 0);
    }
    cursor.settle();
    phase = Phase.BEHIND;
  }

  private void goOnBehind() {
    if (cursor.advance()) {
      add(added.before(), 0);
      return;
    }
    if (cursor.hasChanged()) {
      standsOnAdded = false;
    }
    phase = Phase.ARRIVING;
  }

  /** Adds a row with the prefix of another. */
  private void add(Batch alike, int alikeRow) {
    added.append(out, alike, alikeRow);
    standsOnAdded = true;
  }

  @Override
  public void close() {
    phase = Phase.OVER;
    added.close();
    source.close();
    memory.close();
  }
}
