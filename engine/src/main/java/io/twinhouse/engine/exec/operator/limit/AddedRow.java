// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.InterpolatedColumn;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Makes the rows that WITH FILL adds, each from the row before it. */
final class AddedRow {

  private final PlanNode.Fill node;
  private final List<Type> types;
  private final List<Integer> computed;
  private final List<ExpressionEvaluator> evaluators;
  private final BatchBuffer before;
  private final boolean remembers;

  AddedRow(PlanNode.Fill node, MemoryContext memory) {
    this.node = node;
    types = node.schema().types();
    computed = node.computed().stream().map(InterpolatedColumn::column).toList();
    evaluators =
        ExpressionEvaluator.ofAll(
            node.computed().stream().map(InterpolatedColumn::value).toList(), memory, null);
    before = new BatchBuffer(types, new Reservation(memory));
    remembers = !computed.isEmpty() || !node.prefix().isEmpty();
    for (int c = 0; c < types.size(); c++) {
      append(before.column(c), types.get(c));
    }
    before.grown(1);
  }

  private static void append(ColumnBuffer column, Type type) {
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
  }

  /**
   * Appends an added row.
   *
   * @param value of the filled column
   * @param alike has the same prefix in {@code alikeRow}
   */
  void append(BatchBuffer out, long value, Batch alike, int alikeRow) {
    Batch last = before.batch();
    for (int c = 0; c < types.size(); c++) {
      int place = computed.indexOf(c);
      if (c == node.column()) {
        out.column(c).append(LongColumn.of(value), 0, 1);
      } else if (node.prefix().contains(c)) {
        out.column(c).append(alike.column(c), alikeRow, 1);
      } else if (place >= 0) {
        out.column(c).append(evaluators.get(place).evaluate(last), 0, 1);
      } else {
        append(out.column(c), types.get(c));
      }
    }
    out.grown(1);
    isBehind(out.batch(), out.size() - 1);
  }

  void close() {
    evaluators.forEach(ExpressionEvaluator::close);
  }
}
