// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.FillKey;
import io.twinhouse.engine.plan.InterpolatedColumn;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/** Makes the rows that WITH FILL adds, each from the row before it. Not thread-safe. */
final class AddedRow {

  /** Where the value of a column comes from, if not from an axis or an expression. */
  private static final int DEFAULT = -1;

  private static final int PREFIX = -2;

  private final GridCursor cursor;
  private final List<Type> types;
  private final int[] sources;
  private final List<ExpressionEvaluator> evaluators;
  private final BatchBuffer before;
  private final BatchBuffer bare;
  private final boolean remembers;

  AddedRow(PlanNode.Fill node, GridCursor cursor, MemoryContext memory) {
    this.cursor = cursor;
    types = node.schema().types();
    sources = sources(node);
    evaluators =
        ExpressionEvaluator.ofAll(
            node.computed().stream().map(InterpolatedColumn::value).toList(), memory, null);
    before = new BatchBuffer(types, new Reservation(memory));
    bare = new BatchBuffer(types, new Reservation(memory));
    remembers = !evaluators.isEmpty() || !node.prefix().isEmpty();
    for (int c = 0; c < types.size(); c++) {
      appendNothing(before.column(c), types.get(c));
      appendNothing(bare.column(c), types.get(c));
    }
    before.grown(1);
    bare.grown(1);
  }

  /** Axes first, then expressions. */
  private static int[] sources(PlanNode.Fill node) {
    int[] sources = new int[node.schema().types().size()];
    Arrays.fill(sources, DEFAULT);
    node.prefix().forEach(column -> sources[column] = PREFIX);
    int source = 0;
    for (FillKey key : node.keys()) {
      sources[key.column()] = source++;
    }
    for (InterpolatedColumn computed : node.computed()) {
      sources[computed.column()] = source++;
    }
    return sources;
  }

  private static void appendNothing(ColumnBuffer column, Type type) {
    if (type.isNullable()) {
      column.appendNulls(1);
    } else {
      column.appendDefaults(1);
    }
  }

  /** The row before, as a batch of one; of defaults before there is one. */
  Batch before() {
    return before.batch();
  }

  /** Says that a row of the input was the last. */
  void isBehind(Batch batch, int row) {
    if (remembers) {
      before.reset();
      before.append(batch, row, 1);
    }
    if (!evaluators.isEmpty()) {
      bare.reset();
      bare.append(batch, row, 1);
    }
  }

  /** Says that an added row was the last: what was interpolated in it, other columns do not see. */
  private void isBehindAdded(Batch added, int row) {
    before.reset();
    before.append(added, row, 1);
    if (evaluators.isEmpty()) {
      return;
    }
    bare.reset();
    for (int c = 0; c < sources.length; c++) {
      if (sources[c] >= cursor.width()) {
        appendNothing(bare.column(c), types.get(c));
      } else {
        bare.column(c).append(added.column(c), row, 1);
      }
    }
    bare.grown(1);
  }

  /** The row before as the expression of {@code column} sees it. */
  private Batch seenBy(int column) {
    Batch others = bare.batch();
    Column[] seen = new Column[sources.length];
    for (int c = 0; c < seen.length; c++) {
      seen[c] = others.column(c);
    }
    seen[column] = before.column(column).column();
    return Batch.of(1, seen);
  }

  /**
   * Appends a row for where the grids stand.
   *
   * @param alike has the same prefix in {@code alikeRow}
   */
  void append(BatchBuffer out, Batch alike, int alikeRow) {
    int axes = cursor.width();
    for (int c = 0; c < sources.length; c++) {
      int source = sources[c];
      if (source == PREFIX) {
        out.column(c).append(alike.column(c), alikeRow, 1);
      } else if (source == DEFAULT || source < axes && !cursor.axis(source).isStanding()) {
        appendNothing(out.column(c), types.get(c));
      } else if (source < axes) {
        out.column(c).append(valueOf(cursor.axis(source), types.get(c)), 0, 1);
      } else {
        out.column(c).append(evaluators.get(source - axes).evaluate(seenBy(c)), 0, 1);
      }
    }
    out.grown(1);
    if (remembers) {
      isBehindAdded(out.batch(), out.size() - 1);
    }
  }

  private static Column valueOf(GridAxis axis, Type type) {
    if (type.lane() != Lane.DOUBLE) {
      return LongColumn.of(wrapped(axis.value(), type.base()));
    }
    double value = Double.longBitsToDouble(axis.value());
    return DoubleColumn.of(type.base().equals(FloatType.FLOAT32) ? (float) value : value);
  }

  /** What lies beyond a type begins anew in it. */
  private static long wrapped(long value, Type type) {
    if (type instanceof IntegerType integer) {
      return integer.wrap(value);
    }
    if (type instanceof DateType date && date.bits() == 16) {
      return value & 0xFFFFL;
    }
    return type instanceof DateTimeType ? value & 0xFFFF_FFFFL : value;
  }

  void close() {
    evaluators.forEach(ExpressionEvaluator::close);
  }
}
