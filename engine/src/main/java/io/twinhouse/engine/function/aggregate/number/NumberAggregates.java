// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import static io.twinhouse.engine.function.AggregateTrait.FIXED_STATE;
import static io.twinhouse.engine.function.AggregateTrait.PLAIN_OVER_NULLS;
import static io.twinhouse.engine.function.AggregateTrait.ZERO_OF_NULL;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.Fourfold;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.number.Bits.Operation;
import io.twinhouse.engine.function.aggregate.number.WeightedAverage.Kind;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Aggregates over numbers. */
public final class NumberAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: numbers")
        .addCounting("count", t -> t.anyCase().ownNulls(), NumberAggregates::count)
        .with(ZERO_OF_NULL, FIXED_STATE)
        .add("sum", FunctionTraits::anyCase, NumberAggregates::sum)
        .with(FIXED_STATE)
        .add("avg", FunctionTraits::anyCase, NumberAggregates::average)
        .with(FIXED_STATE)
        .add("sumWithOverflow", NumberAggregates::wrappingSum)
        .add("sumCount", NumberAggregates::sumCount)
        .with(PLAIN_OVER_NULLS)
        .add("sumKahan", NumberAggregates::kahanSum)
        .add("avgWeighted", NumberAggregates::weightedAverage)
        .add("groupBitOr", alias("BIT_OR"), call -> bits(call, Operation.OR))
        .add("groupBitAnd", alias("BIT_AND"), call -> bits(call, Operation.AND))
        .add("groupBitXor", alias("BIT_XOR"), call -> bits(call, Operation.XOR))
        .functions();
  }

  private static UnaryOperator<FunctionTraits> alias(String alias) {
    return traits -> traits.withAliases(alias);
  }

  private static BoundAggregate count(AggregateSite call) {
    if (call.plain().size() > 1) {
      throw call.wrongCount("Aggregate function count requires zero or one argument");
    }
    return States.inAnyOrder(IntegerType.UINT64, Count::new);
  }

  private static BoundAggregate sum(AggregateSite call) {
    Type base = call.plain().unary().base(0);
    if (base instanceof IntegerType integer) {
      return integer.bits() <= 64
          ? States.inAnyOrder(
              integer.signed() ? IntegerType.INT64 : IntegerType.UINT64, LongSum::new)
          : States.of(integer, memory -> new WideSum(integer.bits() / 64, memory));
    }
    if (base instanceof DecimalType decimal) {
      int precision = decimal.bits() <= 128 ? 38 : 76;
      int words = decimal.bits() <= 128 ? 2 : 4;
      Type result = new DecimalType(precision, decimal.scale());
      States.Maker maker = memory -> new WideSum(words, memory);
      return base.lane() == Lane.LONG ? States.inAnyOrder(result, maker) : States.of(result, maker);
    }
    if (base instanceof BoolType) {
      return States.inAnyOrder(IntegerType.UINT64, LongSum::new);
    }
    if (base instanceof EnumType) {
      return States.of(IntegerType.INT64, LongSum::new);
    }
    if (base instanceof FloatType) {
      return new Fourfold(States.of(FloatType.FLOAT64, DoubleSum::new));
    }
    throw call.illegal(0);
  }

  private static BoundAggregate wrappingSum(AggregateSite call) {
    Type base = call.plain().unary().base(0);
    if (base.equals(FloatType.FLOAT64)) {
      return sum(call);
    }
    if (base.equals(FloatType.FLOAT32)) {
      throw call.notImplemented(base.name());
    }
    boolean number = Numbers.are(base) || base instanceof IntegerType;
    if (!number && !(base instanceof DecimalType)) {
      throw call.illegal(0);
    }
    if (base.lane() == Lane.WIDE) {
      int words = wordsOf(base);
      return States.of(base, memory -> new WideSum(words, memory));
    }
    Type result = wholeType(base);
    Numbers numbers = new Numbers(result);
    return ObjectStates.of(result, call.types(), memory -> new WrappingSum(numbers));
  }

  /** The integer that a Bool or an Enum is kept as; other types are as they are. */
  private static Type wholeType(Type base) {
    if (base instanceof EnumType enumeration) {
      return enumeration.bits() == Byte.SIZE ? IntegerType.INT8 : IntegerType.INT16;
    }
    return base instanceof BoolType ? IntegerType.UINT8 : base;
  }

  private static BoundAggregate sumCount(AggregateSite call) {
    if (call.plain().unary().base(0) instanceof EnumType) {
      throw call.illegal(0);
    }
    BoundAggregate sum = sum(call);
    return new Fourfold(
        States.of(
            TupleType.of(List.of(sum.returnType(), IntegerType.UINT64)),
            memory -> new SumCount(sum.newAccumulator(memory), new Count(memory))));
  }

  private static BoundAggregate kahanSum(AggregateSite call) {
    Type base = call.plain().unary().base(0);
    if (base instanceof DecimalType) {
      throw call.notImplemented(base.name() + "; use sum");
    }
    if (!Numbers.are(base) && !(base instanceof IntegerType)) {
      throw call.illegal(0);
    }
    return new Fourfold(States.of(FloatType.FLOAT64, memory -> new KahanSum(base, memory)));
  }

  private static BoundAggregate weightedAverage(AggregateSite call) {
    Type value = call.plain().binary().base(0);
    Type weight = call.base(1);
    for (Type type : call.types()) {
      if (!(Numbers.are(type.base()) || type.base() instanceof IntegerType)
          || type.base() instanceof EnumType) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Types "
                + value.name()
                + " and "
                + weight.name()
                + " are non-conforming as arguments for aggregate function avgWeighted");
      }
      if (!Numbers.are(type.base())) {
        throw call.notImplemented(type.name());
      }
    }
    Kind kind = weight instanceof FloatType ? Kind.FLOAT : Kind.UNSIGNED;
    if (weight instanceof IntegerType integer && integer.signed()) {
      kind = Kind.SIGNED;
    }
    if (value instanceof FloatType && kind != Kind.FLOAT) {
      throw call.notImplemented("floating values under whole weights, which are cut there");
    }
    Kind chosen = kind;
    return new Fourfold(
        ObjectStates.of(FloatType.FLOAT64, call.types(), memory -> new WeightedAverage(chosen)));
  }

  private static BoundAggregate average(AggregateSite call) {
    Type base = call.plain().unary().base(0);
    Type result = averagedType(base);
    if (result == null) {
      throw call.illegal(0);
    }
    BoundAggregate average = States.of(result, memory -> newAverage(base, memory));
    return base instanceof FloatType ? new Fourfold(average) : average;
  }

  private static @Nullable Type averagedType(Type base) {
    if (base instanceof DateType
        || base instanceof DateTimeType
        || base instanceof DateTime64Type
        || base instanceof TimeType
        || base instanceof Time64Type) {
      return base;
    }
    boolean number =
        base instanceof IntegerType
            || base instanceof DecimalType
            || base instanceof BoolType
            || base instanceof FloatType;
    return number ? FloatType.FLOAT64 : null;
  }

  private static Accumulator newAverage(Type base, Reservation memory) {
    Count counts = new Count(memory);
    if (base instanceof FloatType) {
      return new Average(base, new DoubleSum(memory), counts);
    }
    int words = wordsOf(base);
    return words == 1
        ? new Average(base, new LongSum(memory), counts)
        : new Average(base, new WideSum(words, memory), counts);
  }

  private static int wordsOf(Type base) {
    if (base instanceof IntegerType integer) {
      return Math.max(1, integer.bits() / 64);
    }
    if (base instanceof DecimalType decimal) {
      return decimal.bits() <= 128 ? 2 : 4;
    }
    return base instanceof DateTime64Type || base instanceof Time64Type ? 2 : 1;
  }

  private static BoundAggregate bits(AggregateSite call, Operation operation) {
    Type base = call.plain().unary().base(0);
    IntegerType type =
        base instanceof BoolType
            ? IntegerType.UINT8
            : base instanceof IntegerType integer ? integer : null;
    if (type == null) {
      throw call.illegal(0);
    }
    return States.of(type, memory -> new Bits(operation, type, memory));
  }
}
