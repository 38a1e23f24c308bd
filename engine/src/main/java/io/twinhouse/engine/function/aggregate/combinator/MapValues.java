// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** -Map: the values under each key of the maps, apart; the result is in the order of keys. */
final class MapValues extends KeyedStates {

  private final ValueOrder order;

  private MapValues(Type key, Accumulator nested, Reservation memory) {
    super(key, List.of(nested), memory);
    order = ValueOrder.of(key);
  }

  static BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, BindContext context) {
    String arrays = overArrays(nested.canonicalName());
    boolean pair = arguments.size() == 1 && !(arguments.get(0).type() instanceof TupleType);
    boolean none = arguments.isEmpty() || arguments.get(0).type() instanceof MapType;
    if (arrays != null && !none && !pair) {
      return FunctionRegistry.standard().bindAggregate(arrays, parameters, arguments, context);
    }
    if (arguments.isEmpty() || !(arguments.get(0).type() instanceof MapType map)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Aggregate function Map requires map as argument");
    }
    if (arguments.size() > 1) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "Map combinator takes only one map argument");
    }
    BoundAggregate bound = nested.bind(parameters, List.of(Argument.of(map.value())));
    return States.of(
        new MapType(map.key(), bound.returnType()),
        memory -> new MapValues(map.key(), bound.newAccumulator(memory), memory));
  }

  /** The function that sumMap and its kin are over arrays of keys and values. */
  private static @Nullable String overArrays(String nested) {
    return switch (nested) {
      case "sum" -> "sumMappedArrays";
      case "min" -> "minMappedArrays";
      case "max" -> "maxMappedArrays";
      default -> null;
    };
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    ArrayColumn maps = (ArrayColumn) arguments[0].flatten();
    int total = 0;
    for (int row = 0; row < rows; row++) {
      total += groups[row] < 0 ? 0 : maps.length(row);
    }
    int[] owners = new int[total];
    int end = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        Arrays.fill(owners, end, end + maps.length(row), groups[row]);
        end += maps.length(row);
      }
    }
    TupleColumn entries = (TupleColumn) ArrayElements.of(maps, groups, rows, total).flatten();
    int[] numbers = numbers(entries.elements().get(0), owners, total);
    nested.get(0).add(new Column[] {entries.elements().get(1)}, numbers, total);
  }

  @Override
  public Column results(int from, int count) {
    int[] offsets = new int[count + 1];
    int[][] numbers = new int[count][];
    for (int i = 0; i < count; i++) {
      numbers[i] = ordered(keys.numbersOf(from + i));
      offsets[i + 1] = offsets[i] + numbers[i].length;
    }
    int[] chosen = ArrayElements.concat(numbers, offsets[count]);
    Column allKeys = keys.values(0, keys.size())[0];
    Column values = nested.get(0).results(0, keys.size());
    List<Column> pair =
        List.of(allKeys.gather(chosen, chosen.length), values.gather(chosen, chosen.length));
    return ArrayColumn.of(offsets, TupleColumn.of(pair, chosen.length), count);
  }

  @Override
  int[] ordered(int[] numbers) {
    Column all = keys.values(0, keys.size())[0];
    return Arrays.stream(numbers)
        .boxed()
        .sorted((a, b) -> order.compare(all, a, all, b))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
