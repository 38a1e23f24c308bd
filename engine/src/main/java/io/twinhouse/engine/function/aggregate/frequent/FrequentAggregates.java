// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import static io.twinhouse.engine.function.AggregateTrait.UNORDERED_STATE;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates over frequencies. */
public final class FrequentAggregates implements FunctionLibrary {

  private static final long DEFAULT_LIMIT = 10;
  private static final long DEFAULT_FACTOR = 3;
  private static final long MOST_COUNTERS = 0xFFFFFF;

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: frequent values")
        .add("topK", call -> top(call, false, false))
        .with(UNORDERED_STATE)
        .add("topKWeighted", call -> top(call, true, false))
        .with(UNORDERED_STATE)
        .add("approx_top_k", t -> t.withAliases("approx_top_count"), call -> top(call, false, true))
        .with(UNORDERED_STATE)
        .add("approx_top_sum", call -> top(call, true, true))
        .with(UNORDERED_STATE)
        .functions();
  }

  private static BoundAggregate top(AggregateSite call, boolean weighted, boolean approximate) {
    if (weighted) {
      call.binary();
    } else {
      call.unary();
    }
    Type type = call.type(0);
    if (type.isOpaque()) {
      throw call.notImplemented(type.name());
    }
    if (weighted && !isWeight(call.base(1))) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The second argument for aggregate function 'topKWeighted' must have integer type");
    }
    if (type.base() instanceof IntegerType integer && integer.bits() > 64) {
      throw call.notImplemented(type.name());
    }
    TopShape shape = shape(call, weighted, approximate);
    Type element =
        shape.withCounts()
            ? TupleType.named(
                List.of("item", "count", "error"),
                List.of(type, IntegerType.UINT64, IntegerType.UINT64))
            : type;
    return ObjectStates.of(
        new ArrayType(element), call.types(), memory -> new TopValues(shape, memory));
  }

  private static boolean isWeight(Type type) {
    return type instanceof IntegerType integer && integer.bits() <= 64;
  }

  private static TopShape shape(AggregateSite call, boolean weighted, boolean approximate) {
    int given = call.parameters().size();
    if (given > 3) {
      throw call.wrongCount(
          "Aggregate function '" + call.name() + "' requires three parameters or less");
    }
    boolean counts = approximate;
    if (!approximate && given == 3) {
      if (!"counts".equals(text(call))) {
        throw call.badArguments(
            "Aggregate function " + call.name() + " doesn't support a parameter: " + text(call));
      }
      counts = true;
    }
    long limit = given > 0 ? positive(call, 0) : DEFAULT_LIMIT;
    long second = given > 1 ? positive(call, 1) : 0;
    long factor = !approximate && second > 0 ? second : DEFAULT_FACTOR;
    long product = limit > MOST_COUNTERS / factor ? MOST_COUNTERS + 1L : limit * factor;
    long counters = approximate && second > 0 ? second : product;
    if (counters > MOST_COUNTERS || limit > MOST_COUNTERS || counters < limit) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Too large parameter(s) for aggregate function '"
              + call.name()
              + "' (it is "
              + counters
              + "). Maximum is "
              + MOST_COUNTERS);
    }
    return new TopShape(call.type(0), (int) limit, (int) counters, weighted, counts);
  }

  private static String text(AggregateSite call) {
    io.twinhouse.engine.column.Column constant = call.parameters().get(2).constant();
    return constant != null && constant.flatten() instanceof BytesColumn bytes
        ? bytes.string(0)
        : "";
  }

  private static long positive(AggregateSite call, int index) {
    if (!call.isIntegerParameter(index)) {
      throw call.badArguments(
          "Parameter " + index + " of aggregate function '" + call.name() + "' must be a number");
    }
    long value = call.longParameter(index);
    if (value <= 0) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Parameter " + index + " is illegal for aggregate function '" + call.name() + "'");
    }
    return value;
  }
}
