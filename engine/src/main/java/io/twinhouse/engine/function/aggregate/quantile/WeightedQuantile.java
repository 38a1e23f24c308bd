// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupedValues;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** quantileExactWeighted: the value at which the weights so far reach their share. */
final class WeightedQuantile implements Accumulator {

  private final ValueOrder order;
  private final Type single;
  private final Levels levels;
  private final GroupedValues pairs;

  WeightedQuantile(Type single, Levels levels, Reservation memory) {
    this.single = single;
    this.levels = levels;
    order = ValueOrder.of(single);
    pairs = GroupedValues.ofNumbers(TupleType.of(List.of(single, IntegerType.UINT64)), memory);
  }

  @Override
  public void resize(int groups) {}

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    Column[] flat = {arguments[0].flatten(), arguments[1].flatten()};
    pairs.add(TupleColumn.of(List.of(flat), rows), groups, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    pairs.merge(((WeightedQuantile) other).pairs, target);
  }

  @Override
  public Column results(int from, int count) {
    QuantileColumn out = new QuantileColumn(levels, single);
    for (int group = from; group < from + count; group++) {
      addGroup(pairs.rowsOf(group), out);
      out.endRow();
    }
    return out.build();
  }

  private void addGroup(int[] rows, QuantileColumn out) {
    List<Column> columns = ((TupleColumn) pairs.all()).elements();
    Column values = columns.get(0);
    long[] weights = ((LongColumn) columns.get(1)).values();
    int[] sorted =
        Arrays.stream(rows)
            .filter(row -> !isNan(values, row))
            .boxed()
            .sorted((a, b) -> order.compare(values, a, values, b))
            .mapToInt(Integer::intValue)
            .toArray();
    long sum = IntStream.of(sorted).mapToLong(row -> weights[row]).sum();
    for (double level : levels.values()) {
      double threshold = Math.ceil(DoubleLane.ofUnsigned(sum) * level);
      addLevel(values, sorted, weights, threshold, out);
    }
  }

  private static boolean isNan(Column values, int row) {
    return values instanceof DoubleColumn doubles && Double.isNaN(doubles.values()[row]);
  }

  private void addLevel(
      Column values, int[] sorted, long[] weights, double threshold, QuantileColumn out) {
    long reached = 0;
    int at = -1;
    while (at + 1 < sorted.length && (at < 0 || DoubleLane.ofUnsigned(reached) < threshold)) {
      at++;
      reached += weights[sorted[at]];
    }
    if (values instanceof DoubleColumn doubles) {
      out.add(at < 0 ? levels.several() ? 0.0 : Double.NaN : doubles.values()[sorted[at]]);
    } else {
      out.add(at < 0 ? 0L : ((LongColumn) values).values()[sorted[at]]);
    }
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    pairs.write(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    pairs.read(group, in);
  }
}
