// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import static io.twinhouse.engine.function.AggregateTrait.UNORDERED_STATE;
import static io.twinhouse.engine.function.AggregateTrait.ZERO_OF_NULL;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/** Counts of distinct values. */
public final class DistinctAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: distinct values")
        .addCounting("uniqExact", UnaryOperator.identity(), DistinctAggregates::exact)
        .with(ZERO_OF_NULL, UNORDERED_STATE)
        .addCounting("uniq", UnaryOperator.identity(), DistinctAggregates::sampled)
        .with(ZERO_OF_NULL, UNORDERED_STATE)
        .add("uniqCombined", call -> combined(call, false))
        .add("uniqCombined64", call -> combined(call, true))
        .addCounting("uniqHLL12", UnaryOperator.identity(), DistinctAggregates::logLog)
        .with(ZERO_OF_NULL)
        .addCounting("uniqUpTo", UnaryOperator.identity(), DistinctAggregates::capped)
        .with(ZERO_OF_NULL)
        .functions();
  }

  private static BoundAggregate combined(AggregateSite call, boolean wide) {
    long precision = 17;
    if (call.parameters().size() > 1) {
      throw call.wrongCount(
          "Aggregate function " + call.name() + " requires one parameter or less");
    }
    if (!call.parameters().isEmpty()) {
      precision = call.longParameter(0);
    }
    if (precision < 12 || precision > 20) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Parameter for aggregate function " + call.name() + " is out of range: [12, 20].");
    }
    int cells = (int) precision;
    List<Type> types = check(call).types();
    return ObjectStates.sharing(
        IntegerType.UINT64,
        types,
        memory -> {
          CombinedHash hash = new CombinedHash(types, wide, memory);
          return room -> new CombinedCount(hash, cells, room);
        });
  }

  /** Values of any type that say what they are. */
  private static AggregateSite check(AggregateSite call) {
    if (call.size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function " + call.name());
    }
    for (Type type : call.types()) {
      boolean empty = type.base() instanceof TupleType tuple && tuple.elements().isEmpty();
      if (empty || type.isOpaque()) {
        throw call.notImplemented(type.name());
      }
    }
    return call;
  }

  private static BoundAggregate logLog(AggregateSite call) {
    List<Type> types = check(call.plain()).types();
    return ObjectStates.sharing(
        IntegerType.UINT64,
        types,
        memory -> {
          LogLogKeys keys = new LogLogKeys(types, memory);
          return room -> new LogLogCount(keys, room);
        });
  }

  private static BoundAggregate capped(AggregateSite call) {
    if (call.parameters().size() > 1) {
      throw call.wrongCount("Incorrect number of parameters for aggregate function uniqUpTo");
    }
    long most = call.parameters().isEmpty() ? 5 : call.longParameter(0);
    if (most < 0 || most > 100) { // to the server a negative number is a huge one
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Too large parameter for aggregate function uniqUpTo. Maximum: 100");
    }
    List<Type> types = check(call).types();
    return ObjectStates.sharing(
        IntegerType.UINT64,
        types,
        memory -> {
          CappedKeys keys = new CappedKeys(types, memory);
          return room -> new CappedCount(keys, (int) most, room);
        });
  }

  private static BoundAggregate sampled(AggregateSite call) {
    List<Type> types = check(call.plain()).types();
    return States.of(IntegerType.UINT64, memory -> new UniqueSample(types, memory));
  }

  private static void refuseOpaque(AggregateSite call, Type type) {
    if (type.isOpaque()) {
      throw call.notImplemented(type.name());
    }
  }

  private static BoundAggregate exact(AggregateSite call) {
    if (call.plain().size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function uniqExact");
    }
    boolean dynamic = call.size() == 1 && call.type(0).carriesType(); // equal as bytes are
    if (!dynamic) {
      call.types().forEach(type -> refuseOpaque(call, type));
    }
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
      case DOUBLE -> {
        int width = base.equals(FloatType.FLOAT32) ? 4 : 2;
        yield base.equals(FloatType.FLOAT64)
            ? memory -> new DistinctWords(WordReader.doubles(memory), memory)
            : memory -> new DistinctInts(width, true, memory);
      }
      case BYTES -> DistinctEntries::ofTexts;
      case WIDE ->
          ValueWidth.words(base) == 2
              ? memory -> new DistinctWords(WordReader.wide(memory), memory)
              : hashed;
      case ARRAY, TUPLE -> hashed;
    };
  }
}
