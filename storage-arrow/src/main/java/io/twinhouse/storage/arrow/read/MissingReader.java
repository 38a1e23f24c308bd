// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.fold.StoredTypes;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.RowFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a column in parts that were written before it was added: its default, worked out from
 * the other columns of each row, as the server does until the next merge writes it down.
 */
final class MissingReader implements GranuleReader {

  private static final Column UNUSED = LongColumn.of(0);

  private final Type type;
  private final @Nullable Expression expression;
  private final Map<Integer, GranuleReader> inputs;
  private final Map<Integer, LaneBuffer> lanes = new HashMap<>();
  private final int width;
  private final Reservation memory;

  /**
   * @param expression null for the type's nothing
   * @param inputs readers of the columns that it looks at, by position in the layout
   * @param width columns of the layout
   */
  MissingReader(
      Type type,
      @Nullable Expression expression,
      Map<Integer, GranuleReader> inputs,
      int width,
      Reservation memory) {
    this.type = type;
    this.expression = expression;
    this.inputs = inputs;
    this.width = width;
    this.memory = memory;
    inputs.forEach((index, reader) -> lanes.put(index, reader.newLane(memory)));
  }

  @Override
  public void at(int granule) {
    inputs.values().forEach(reader -> reader.at(granule));
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    inputs.forEach((index, reader) -> reader.read(from, count, lane(index)));
    append(count, target);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    inputs.forEach((index, reader) -> reader.read(rows, count, lane(index)));
    append(count, target);
  }

  private LaneBuffer lane(int index) {
    LaneBuffer lane = lanes.get(index);
    if (lane == null) {
      throw new IllegalStateException("column " + index + " is not read");
    }
    lane.clear();
    return lane;
  }

  private void append(int count, LaneBuffer target) {
    if (expression == null) {
      if (type instanceof AggregateFunctionType state) {
        byte[] empty = StoredTypes.emptyState(state, memory.context());
        target.append(
            ConstantColumn.of(BytesColumn.of(empty, new int[] {0, empty.length}, 1, null), count),
            0,
            count);
      } else if (type.isNullable()) {
        target.appendNulls(count);
      } else {
        target.appendDefaults(count);
      }
      return;
    }
    Column[] columns = new Column[width];
    for (int i = 0; i < width; i++) {
      LaneBuffer lane = lanes.get(i);
      columns[i] = lane == null ? ConstantColumn.of(UNUSED, count) : lane.view();
    }
    Column values = RowFunction.evaluate(expression, Batch.of(count, columns), memory.context());
    target.append(values, 0, count);
  }

  @Override
  public long bytes() {
    return inputs.values().stream().mapToLong(GranuleReader::bytes).sum();
  }

  @Override
  public LaneBuffer newLane(Reservation laneMemory) {
    return LaneBuffer.of(type, laneMemory);
  }

  @Override
  public boolean fits(LaneBuffer lane) {
    return !(lane instanceof IdLane);
  }
}
