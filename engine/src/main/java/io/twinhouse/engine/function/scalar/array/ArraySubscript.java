// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Refused;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementMatch;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.GatheredElements;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;

/** {@code array[index]} from 1 on or from the end, and {@code map[key]}. */
final class ArraySubscript {

  private ArraySubscript() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: subscripts")
        .add("arrayElement", FunctionTraits::ownLowCardinality, call -> bind(call, false))
        .add("arrayElementOrNull", FunctionTraits::ownLowCardinality, call -> bind(call, true));
  }

  private static BoundFunction bind(CallSite call, boolean orNull) {
    call.arity(2);
    Type container = ElementTypes.plain(call.type(0));
    if (container instanceof MapType map) {
      return ofMap(call, map, orNull);
    }
    if (!(container instanceof ArrayType array)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function '"
              + call.name()
              + "' must be array, got '"
              + call.type(0).name()
              + "' instead");
    }
    if (!(call.base(1) instanceof IntegerType index) || index.bits() > 64) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument for function '"
              + call.name()
              + "' must be integer, got '"
              + call.type(1).name()
              + "' instead");
    }
    if (ElementTypes.isNothing(array.element())) {
      throw ElementTypes.refuseNothing();
    }
    Type result = orNull ? array.element().toNullable() : array.element();
    boolean never = call.argument(1).isConstant() && !call.argument(0).isConstant();
    if (never && !orNull && call.constantLong(1) == 0) {
      return new Refused(
          result, call.refuse(ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Array indices are 1-based"));
    }
    boolean unsigned = !index.signed();
    return Bound.total(result, invocation -> element(invocation, result, unsigned));
  }

  private static Column element(Invocation call, Type type, boolean unsigned) {
    ArrayLane arrays = ArrayLane.of(call.argument(0));
    LongLane indexes = LongLane.of(call.argument(1));
    int rows = call.rows();
    int[] picks = call.scratch().ints(rows);
    for (int row = 0; row < rows; row++) {
      long index = indexes.at(row);
      int start = arrays.start(row);
      int length = arrays.end(row) - start;
      if (index > 0) {
        picks[row] = index <= length ? start + (int) index - 1 : GatheredElements.NONE;
      } else {
        boolean fromEnd = index < 0 && !unsigned && index >= -length;
        picks[row] = fromEnd ? start + length + (int) index : GatheredElements.NONE;
      }
    }
    return GatheredElements.of(call, type, arrays.elements(), picks);
  }

  /** An integer that is asked for is brought to the type of the keys, and wraps around there. */
  private static ElementMatch keyMatch(CallSite call, MapType map) {
    if (map.key().base() instanceof FloatType || call.base(1) instanceof FloatType) {
      throw illegal(call, map);
    }
    boolean wraps = map.key().base() instanceof IntegerType && call.base(1) instanceof IntegerType;
    try {
      return wraps
          ? ElementMatch.wrapping(call, map.key(), call.type(1))
          : ElementMatch.of(call, map.key(), call.type(1));
    } catch (TwinhouseException e) {
      throw e.is(ErrorCode.NO_COMMON_TYPE) ? illegal(call, map) : e;
    }
  }

  private static TwinhouseException illegal(CallSite call, MapType map) {
    return call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal types of arguments: "
            + map.name()
            + ", "
            + call.type(1).name()
            + " for function "
            + call.name());
  }

  private static BoundFunction ofMap(CallSite call, MapType map, boolean orNull) {
    if (ElementTypes.isNothing(map.value())) {
      throw ElementTypes.refuseNothing();
    }
    ElementMatch match = keyMatch(call, map);
    Type result = orNull ? map.value().toNullable() : map.value();
    boolean overlooks = ElementMatch.overlooks(call, call.type(0));
    return Bound.of(
        result,
        invocation -> {
          ArrayLane maps = ArrayLane.of(invocation.argument(0));
          TupleColumn entries = (TupleColumn) maps.elements();
          ElementMatch.Finder keys = match.over(entries.elements().get(0), invocation.argument(1));
          int[] picks = invocation.scratch().ints(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            picks[row] =
                overlooks ? GatheredElements.NONE : keys.find(maps.start(row), maps.end(row), row);
          }
          Column values = entries.elements().get(1);
          return GatheredElements.of(invocation, result, values, picks);
        });
  }
}
