// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.aggregate.combinator.StateTypes;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Types that say how values merge, as the store sees them. */
public final class StoredTypes {

  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  private StoredTypes() {}

  /** The type that values are stored by: what a SimpleAggregateFunction holds is a plain value. */
  public static Type of(Type declared) {
    return declared instanceof AggregateFunctionType type && type.simple()
        ? of(type.arguments().get(0))
        : declared;
  }

  /**
   * The function of a type.
   *
   * @throws TwinhouseException BAD_ARGUMENTS if its results are not what the column holds,
   *     UNKNOWN_AGGREGATE_FUNCTION, ...
   */
  static BoundAggregate function(AggregateFunctionType type) {
    if (!FunctionRegistry.standard().isAggregate(type.function())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_AGGREGATE_FUNCTION,
          "Unknown aggregate function " + type.function() + ".");
    }
    if (!type.simple()) {
      return StateTypes.bind(type, CONTEXT);
    }
    Type stored = of(type);
    BoundAggregate bound = bind(type.function(), StateTypes.parameters(type), stored);
    if (!plain(bound.returnType()).equals(plain(stored))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Incompatible data types between aggregate function '"
              + type.function()
              + "' which returns "
              + bound.returnType().name()
              + " and column storage type "
              + stored.name()
              + ".");
    }
    return bound;
  }

  private static Type plain(Type type) {
    return type instanceof LowCardinalityType coded ? coded.inner() : type;
  }

  /** A function of several columns. */
  static BoundAggregate function(String name, List<Type> types) {
    return FunctionRegistry.standard()
        .bindAggregate(name, List.of(), types.stream().map(Argument::of).toList(), CONTEXT);
  }

  private static BoundAggregate bind(String name, List<Argument> parameters, Type type) {
    return FunctionRegistry.standard()
        .bindAggregate(name, parameters, List.of(Argument.of(type)), CONTEXT);
  }

  /** Checks that functions named by a column's type are there and fit. */
  public static void check(Type type) {
    if (type instanceof AggregateFunctionType aggregate) {
      function(aggregate);
    }
  }

  /** The state over no rows. */
  public static byte[] emptyState(AggregateFunctionType type, MemoryContext memory) {
    try (Reservation states = new Reservation(memory)) {
      Accumulator empty = function(type).newAccumulator(states);
      empty.resize(1);
      BytesBuffer buffer = new BytesBuffer(1);
      empty.writeState(0, buffer);
      buffer.endRow();
      var column = buffer.toColumn(null);
      return Arrays.copyOf(column.data(), column.offsets()[1]);
    }
  }
}
