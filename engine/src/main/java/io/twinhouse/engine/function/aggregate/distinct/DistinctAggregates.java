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
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TimeType;
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
    boolean text = check(call).size() == 1 && call.base(0).lane() == Lane.BYTES;
    boolean sized = wide || text;
    int most = 1 << (precision - 5 + (sized ? 0 : 1));
    return ObjectStates.of(
        IntegerType.UINT64,
        call.types(),
        memory -> new CombinedCount(new HashedValues(call.types()), sized ? 8 : 4, most, memory));
  }

  /** Numbers, times and texts. */
  private static AggregateSite check(AggregateSite call) {
    if (call.size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function " + call.name());
    }
    for (Type type : call.types()) {
      Lane lane = type.base().lane();
      if (lane != Lane.LONG && lane != Lane.DOUBLE && lane != Lane.BYTES) {
        throw call.notImplemented(type.name());
      }
      refuseOpaque(call, type);
    }
    return call;
  }

  private static BoundAggregate logLog(AggregateSite call) {
    int width = keyWidth(check(call.plain()));
    Type base = call.base(0);
    boolean unlike =
        base.lane() == Lane.DOUBLE || base instanceof DecimalType || base instanceof TimeType;
    if (call.size() == 1 && unlike) {
      throw call.notImplemented(call.type(0).name());
    }
    boolean hashed = call.size() > 1 || !HashedValues.isMixed(base);
    boolean signed =
        base.equals(DateType.DATE32) || base instanceof IntegerType integer && integer.signed();
    int extended = call.size() == 1 && signed && width < Long.BYTES ? Byte.SIZE * width : 0;
    return ObjectStates.of(
        IntegerType.UINT64,
        call.types(),
        memory -> new LogLogCount(new HashedValues(call.types()), width, hashed, extended, memory));
  }

  /** Bytes of what {@link HashedValues#key} tells of a row. */
  private static int keyWidth(AggregateSite call) {
    Type base = call.base(0);
    boolean number = call.size() == 1 && base.lane() != Lane.BYTES;
    return number && !base.equals(FloatType.FLOAT64) ? width(base) : 8;
  }

  private static int width(Type base) {
    return base.lane() == Lane.DOUBLE ? 4 : ValueWidth.bytes(base);
  }

  private static BoundAggregate capped(AggregateSite call) {
    if (call.parameters().size() > 1) {
      throw call.wrongCount("Incorrect number of parameters for aggregate function uniqUpTo");
    }
    long most = call.parameters().isEmpty() ? 5 : call.longParameter(0);
    if (most > 100) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Too large parameter for aggregate function uniqUpTo. Maximum: 100");
    }
    int width = keyWidth(check(call));
    if (call.size() == 1 && call.base(0) instanceof DecimalType) {
      throw call.notImplemented(call.type(0).name());
    }
    return ObjectStates.of(
        IntegerType.UINT64,
        call.types(),
        memory -> new CappedCount(new HashedValues(call.types()), width, (int) most, memory));
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
