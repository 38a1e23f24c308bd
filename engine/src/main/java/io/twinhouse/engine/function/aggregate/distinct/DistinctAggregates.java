// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/** Counts of distinct values. */
public final class DistinctAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: distinct values")
        .addCounting("uniqExact", UnaryOperator.identity(), DistinctAggregates::exact)
        .addCounting("uniq", UnaryOperator.identity(), DistinctAggregates::sampled)
        .functions();
  }

  private static BoundAggregate sampled(AggregateSite call) {
    if (call.plain().size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function uniq");
    }
    for (Type type : call.types()) {
      boolean wide =
          type.base().lane() == Lane.WIDE
              && (ValueWidth.words(type.base()) > 2 || type.base() instanceof IpType);
      boolean nested = type.base().lane() == Lane.ARRAY || type.base().lane() == Lane.TUPLE;
      if (wide || nested) {
        throw call.notImplemented(type.name());
      }
      refuseOpaque(call, type);
    }
    return States.of(IntegerType.UINT64, memory -> new UniqueSample(call.types(), memory));
  }

  private static void refuseOpaque(AggregateSite call, Type type) {
    if (type.base() instanceof JsonType
        || type.base() instanceof DynamicType
        || type.base() instanceof AggregateFunctionType) {
      throw call.notImplemented(type.name());
    }
  }

  private static BoundAggregate exact(AggregateSite call) {
    if (call.plain().size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function uniqExact");
    }
    call.types().forEach(type -> refuseOpaque(call, type));
    return States.of(IntegerType.UINT64, maker(call.types()));
  }

  private static States.Maker maker(List<Type> types) {
    Type base = types.get(0).base();
    States.Maker hashed = memory -> new DistinctWords(WordReader.rows(types, memory), memory);
    if (types.size() > 1) {
      return hashed;
    }
    return switch (base.lane()) {
      case LONG -> {
        int width = ValueWidth.bytes(base);
        yield width <= 4
            ? memory -> new DistinctInts(width, false, memory)
            : DistinctEntries::ofLongs;
      }
      case DOUBLE ->
          base.equals(FloatType.FLOAT32)
              ? memory -> new DistinctInts(4, true, memory)
              : memory -> new DistinctWords(WordReader.doubles(memory), memory);
      case BYTES -> DistinctEntries::ofTexts;
      case WIDE ->
          ValueWidth.words(base) == 2
              ? memory -> new DistinctWords(WordReader.wide(memory), memory)
              : hashed;
      case ARRAY, TUPLE -> hashed;
    };
  }
}
