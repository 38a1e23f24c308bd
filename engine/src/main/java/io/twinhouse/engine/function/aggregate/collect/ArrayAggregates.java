// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Aggregates that lay values out by rules of their own. */
final class ArrayAggregates {

  private static final long MOST_SORTED = 0xFFFFFF;

  private ArrayAggregates() {}

  static void addTo(AggregateFamily family) {
    family
        .add("groupArrayInsertAt", ArrayAggregates::insertAt)
        .addCounting("groupArraySample", ArrayAggregates::sample)
        .add("groupArrayMovingSum", call -> moving(call, false))
        .add("groupArrayMovingAvg", call -> moving(call, true))
        .add("groupArrayLast", ArrayAggregates::last)
        .add("groupArraySorted", ArrayAggregates::sorted)
        .add("groupArrayIntersect", ArrayAggregates::common)
        .add(
            "groupConcat",
            t -> t.withAliases("group_concat", "string_agg").anyCase(),
            ArrayAggregates::concat);
  }

  private static BoundAggregate sample(AggregateSite call) {
    int given = call.parameters().size();
    if (given != 1 && given != 2) {
      throw call.wrongCount(
          "Incorrect number of parameters for aggregate function groupArraySample, should be 1 or"
              + " 2");
    }
    for (int i = 0; i < given; i++) {
      if (!call.isIntegerParameter(i) || call.longParameter(i) <= 0) {
        throw call.badArguments(
            "Parameter for aggregate function groupArraySample should be positive number.");
      }
    }
    ValueCodec codec = new ValueCodec(call.unary().type(0), ValueCodec.Form.BINARY);
    int most = (int) Math.min(Integer.MAX_VALUE, call.longParameter(0));
    long seed = given == 2 ? call.longParameter(1) : UUID.randomUUID().getLeastSignificantBits();
    return ObjectStates.of(
        new ArrayType(call.type(0)),
        call.types(),
        memory -> new ArraySample(codec, most, seed, memory));
  }

  private static BoundAggregate insertAt(AggregateSite call) {
    if (call.parameters().size() > 2) {
      throw call.wrongCount(
          "Aggregate function groupArrayInsertAt requires at most two parameters.");
    }
    Type type = call.binary().type(0);
    if (!(call.base(1) instanceof IntegerType place) || place.signed() || place.bits() > 64) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument of aggregate function groupArrayInsertAt must be unsigned integer.");
    }
    Column filler = null;
    if (!call.parameters().isEmpty()) {
      filler = call.parameters().get(0).constant();
      boolean fits =
          call.parameters().get(0).type().equals(type)
              || (type instanceof IntegerType && call.isIntegerParameter(0));
      if (filler == null || !fits || type.lane() == Lane.WIDE) {
        throw call.notImplemented(
            "a default of type " + call.parameters().get(0).type().name() + " for " + type.name());
      }
    }
    long length = call.parameters().size() == 2 ? call.longParameter(1) : 0;
    InsertAt.requireLength(length);
    InsertAt.Shape shape = new InsertAt.Shape(filler, length);
    return ObjectStates.of(
        new ArrayType(type),
        call.types(),
        memory -> new InsertAt(shape, ColumnBuffer.of(type, memory), memory));
  }

  private static BoundAggregate moving(AggregateSite call, boolean average) {
    Type type = call.unary().base(0);
    if (type instanceof DecimalType || (type instanceof IntegerType && type.lane() != Lane.LONG)) {
      return wideMoving(call, type, average);
    }
    boolean enumeration = type instanceof EnumType;
    boolean number = type instanceof IntegerType || type instanceof FloatType || enumeration;
    if (!number && !(type instanceof BoolType)) {
      throw call.illegal(0);
    }
    long window = call.parameters().isEmpty() ? 0 : positive(call);
    boolean signed = enumeration || type instanceof IntegerType whole && whole.signed();
    boolean floating = average || type instanceof FloatType;
    Type sum = signed ? IntegerType.INT64 : IntegerType.UINT64;
    Type result = floating ? FloatType.FLOAT64 : sum;
    return ObjectStates.of(
        new ArrayType(result),
        call.types(),
        memory -> new MovingSum(floating, window, average, memory));
  }

  private static BoundAggregate wideMoving(AggregateSite call, Type type, boolean average) {
    if (average && type instanceof IntegerType) {
      throw call.notImplemented(type.name() + "; cast it to Float64");
    }
    long window = call.parameters().isEmpty() ? 0 : positive(call);
    Type result =
        type instanceof DecimalType decimal
            ? new DecimalType(decimal.bits() == 256 ? 76 : 38, decimal.scale())
            : type;
    boolean large =
        type instanceof DecimalType decimal && decimal.bits() == 256
            || type instanceof IntegerType whole && whole.bits() == 256;
    return ObjectStates.of(
        new ArrayType(result),
        call.types(),
        memory -> new WideMovingSum(large ? 4 : 2, window, average, memory));
  }

  private static long positive(AggregateSite call) {
    if (call.parameters().size() != 1) {
      throw call.wrongCount("Incorrect number of parameters for aggregate function " + call.name());
    }
    if (!call.isIntegerParameter(0) || call.longParameter(0) <= 0) {
      throw call.badArguments(
          "Parameter for aggregate function " + call.name() + " should be positive integer.");
    }
    return call.longParameter(0);
  }

  /** The last values stand in a ring that begins anew every so many values. */
  private static BoundAggregate last(AggregateSite call) {
    if (call.parameters().isEmpty()) {
      throw call.badArguments(
          "groupArrayLast make sense only with max_elems (groupArrayLast(max_elems)())");
    }
    int most = (int) Math.min(Integer.MAX_VALUE, positive(call));
    RearrangedArray.Arrangement ring =
        (elements, from, to) -> {
          int count = to - from;
          int shown = Math.min(count, most);
          int turn = count <= most ? 0 : count / most * most;
          return IntStream.range(0, shown)
              .map(i -> from + (turn + i < count ? turn + i : turn + i - most))
              .toArray();
        };
    return rearranged(call, ring);
  }

  private static BoundAggregate sorted(AggregateSite call) {
    if (call.parameters().isEmpty()) {
      throw call.badArguments(
          "Parameter for aggregate function groupArraySorted should have limit argument");
    }
    long most = positive(call);
    if (most > MOST_SORTED) {
      throw call.badArguments("Too large limit parameter for groupArraySorted aggregate function");
    }
    Type type = call.unary().type(0);
    if (type.isOpaque() || holds(type, Type::isNullable)) {
      throw call.notImplemented(type.name());
    }
    ValueOrder order = ValueOrder.of(type);
    return rearranged(
        call,
        (elements, from, to) -> {
          refuseNaN(call, elements, from, to);
          return IntStream.range(from, to)
              .boxed()
              .sorted((a, b) -> order.compare(elements, a, elements, b))
              .limit(most)
              .mapToInt(Integer::intValue)
              .toArray();
        });
  }

  /** The server's sort compares by less-than, so that NaN ends up wherever it was met. */
  private static void refuseNaN(AggregateSite call, Column elements, int from, int to) {
    if (elements instanceof DoubleColumn doubles) {
      for (int i = from; i < to; i++) {
        if (Double.isNaN(doubles.values()[i])) {
          throw call.notImplemented("NaN; leave it out by isNaN");
        }
      }
    }
  }

  private static BoundAggregate common(AggregateSite call) {
    if (!(call.unary().type(0) instanceof ArrayType array)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Aggregate function groupArrayIntersect accepts only array type argument.");
    }
    if (!call.parameters().isEmpty()) {
      throw call.wrongCount(
          "Incorrect number of parameters for aggregate function groupArrayIntersect, should be 0");
    }
    Type element = array.element();
    boolean number =
        element instanceof FloatType
            || element instanceof BoolType
            || (element instanceof IntegerType && element.lane() == Lane.LONG);
    boolean wide = element.lane() == Lane.WIDE && element instanceof IntegerType;
    if (wide || element.isOpaque() || element instanceof LowCardinalityType) {
      throw call.notImplemented(call.type(0).name());
    }
    return ObjectStates.of(
        array, call.types(), memory -> new CommonValues(element, number, memory));
  }

  /** Whether a type or one of those within it is of some kind. */
  private static boolean holds(Type type, Predicate<Type> kind) {
    if (kind.test(type)) {
      return true;
    }
    if (type.base() instanceof ArrayType array) {
      return holds(array.element(), kind);
    }
    if (type.base() instanceof MapType map) {
      return holds(map.entry(), kind);
    }
    return type.base() instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(element -> holds(element, kind));
  }

  /** Whether a value's text hangs on the session's zone or on what is known of rows alone. */
  private static boolean isPrintedByContext(Type type) {
    return type.carriesType()
        || type.base() instanceof DateTimeType time && time.zone() == null
        || type.base() instanceof DateTime64Type fine && fine.zone() == null;
  }

  private static BoundAggregate rearranged(
      AggregateSite call, RearrangedArray.Arrangement arrangement) {
    Type type = call.unary().type(0);
    return States.of(
        new ArrayType(type),
        memory ->
            new RearrangedArray(type, new GroupArray(type, Long.MAX_VALUE, memory), arrangement));
  }

  private static BoundAggregate concat(AggregateSite call) {
    if (call.size() == 2) {
      throw call.notImplemented("a second argument; write groupConcat(delimiter)(value)");
    }
    Type type = call.unary().type(0);
    boolean fixed = type.base() instanceof FixedStringType;
    if (fixed || type.isOpaque() || holds(type, ArrayAggregates::isPrintedByContext)) {
      throw call.notImplemented(type.name() + "; use toString");
    }
    byte[] delimiter = {};
    if (!call.parameters().isEmpty()) {
      Column constant = call.parameters().get(0).constant();
      if (constant == null || !(constant.flatten() instanceof BytesColumn text)) {
        throw call.badArguments("First parameter of aggregate function groupConcat must be String");
      }
      delimiter = text.bytes(0);
    }
    long most = Long.MAX_VALUE;
    if (call.parameters().size() > 1) {
      if (!call.isIntegerParameter(1) || call.longParameter(1) <= 0) {
        throw call.badArguments(
            "Second parameter for aggregate function groupConcat should be a positive number");
      }
      most = call.longParameter(1);
    }
    byte[] between = delimiter;
    long limit = most;
    ValueWriter writer = ValueWriter.of(type, TextStyle.RAW, ZoneOffset.UTC);
    return ObjectStates.of(
        StringType.INSTANCE,
        call.types(),
        memory -> new JoinedTexts(writer, between, limit, memory));
  }
}
