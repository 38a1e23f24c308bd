// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.SortedMap;

/** Evaluates a node for some rows of a batch only. */
final class SubBatch implements AutoCloseable {

  private static final Column UNUSED = LongColumn.of(0L);

  private final EvaluationNode node;
  private final Reservation memory;
  private final ColumnBuffer result;
  private final int[] used;
  private final ColumnBuffer[] inputs;
  private int[] positions = {};

  SubBatch(EvaluationNode node, Expression expression, MemoryContext context) {
    this.node = node;
    memory = new Reservation(context);
    result = ColumnBuffer.of(expression.type(), memory);
    SortedMap<Integer, Type> read = ExpressionShape.inputs(expression);
    used = read.keySet().stream().mapToInt(Integer::intValue).toArray();
    inputs =
        read.values().stream().map(t -> ColumnBuffer.of(t, memory)).toArray(ColumnBuffer[]::new);
  }

  /** Values of the rows {@code rows[0 .. count)}, one after the other. */
  Column compact(Batch batch, int[] rows, int count) {
    Column[] columns = new Column[batch.width()];
    Arrays.fill(columns, ConstantColumn.of(UNUSED, count));
    for (int i = 0; i < used.length; i++) {
      Column source = batch.column(used[i]);
      if (source instanceof ConstantColumn constant) {
        columns[used[i]] = ConstantColumn.of(constant.value(), count);
      } else {
        inputs[i].reset();
        inputs[i].append(source, rows, 0, count);
        columns[used[i]] = inputs[i].column();
      }
    }
    return node.evaluate(Batch.of(count, columns));
  }

  /** One value for every row of the batch; those of rows not chosen are arbitrary. */
  Column spread(Batch batch, int[] rows, int count) {
    if (count == batch.rows()) {
      return node.evaluate(batch);
    }
    result.reset();
    if (count == 0) {
      result.appendDefaults(batch.rows());
      return result.column();
    }
    Column values = compact(batch, rows, count);
    if (values instanceof ConstantColumn constant) {
      return ConstantColumn.of(constant.value(), batch.rows());
    }
    if (positions.length < batch.rows()) {
      memory.grow(4L * (batch.rows() - positions.length));
      positions = new int[batch.rows()];
    }
    Arrays.fill(positions, 0, batch.rows(), 0);
    for (int i = 0; i < count; i++) {
      positions[rows[i]] = i;
    }
    result.append(values, positions, 0, batch.rows());
    return result.column();
  }

  @Override
  public void close() {
    node.close();
    memory.close();
  }
}
