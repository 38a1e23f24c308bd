// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementMatch;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.List;

/** transform: a value looked up in one constant array and answered from another. */
final class Transform {

  private static final String SIGNATURE =
      "Function transform has signature: transform(T, Array(T), Array(U), U) -> U; or transform(T,"
          + " Array(T), Array(T)) -> T; where T and U are types";

  private Transform() {}

  static void addTo(FunctionFamily family) {
    family.add("transform", t -> t.ownNulls().notFolded(), Transform::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(3, 4);
    ArrayColumn from = table(call, 1, "Second");
    ArrayColumn to = table(call, 2, "Third");
    if (from.length(0) != to.length(0)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Second and third arguments of function transform must be arrays of same size");
    }
    Type value = ElementTypes.plain(call.type(0));
    Type key = ((ArrayType) ElementTypes.plain(call.type(1))).element();
    Type answer = ((ArrayType) ElementTypes.plain(call.type(2))).element();
    if (call.size() == 3 && !isAnswer(answer, value)) {
      throw call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, SIGNATURE);
    }
    if (!value.isNullable() && hasNull(from)) {
      throw call.refuse(
          ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
          "Cannot convert NULL value to non-Nullable type");
    }
    int rest = call.size() == 4 ? 3 : 0;
    Type otherwise = ElementTypes.plain(call.type(rest));
    if (from.length(0) == 0 || !match(value.base(), key.base())) {
      throw call.notImplemented("values of type " + value.name() + " among " + key.name());
    }
    Type result = common(call, answer, otherwise);
    if (rest == 0 && result.base().lane() != value.base().lane()) {
      throw call.notImplemented("values of type " + value.name() + " to " + answer.name());
    }
    if (value.base() instanceof FloatType && hasZero(from.elements().flatten(), key)) {
      // Zero and minus zero are two values to the server's table.
      throw call.notImplemented("zero among the values of floats");
    }
    ElementMatch keys = ElementMatch.of(call, key, value);
    Column answers = ElementCast.of(call, answer, result).convert(to.elements().flatten());
    Conversion others = ElementCast.of(call, otherwise, result);
    return Bound.of(
        result,
        invocation -> {
          Column rests = others.convert(invocation.flat(rest));
          ElementMatch.Finder finder = keys.over(from.elements(), invocation.argument(0));
          return pick(invocation, result, finder, from.length(0), answers, rests);
        });
  }

  private static Type common(CallSite call, Type answer, Type otherwise) {
    try {
      return LeastSupertype.of(List.of(answer, otherwise));
    } catch (TwinhouseException e) {
      throw e.is(ErrorCode.NO_COMMON_TYPE)
          ? call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, SIGNATURE)
          : e;
    }
  }

  private static boolean hasZero(Column keys, Type type) {
    DoubleLane lane = DoubleLane.of(type, keys);
    for (int i = 0; i < keys.size(); i++) {
      if (lane.at(i) == 0) {
        return true;
      }
    }
    return false;
  }

  private static Column pick(
      Invocation call,
      Type result,
      ElementMatch.Finder finder,
      int size,
      Column answers,
      Column rests) {
    ColumnBuilder out = ColumnBuilder.of(result);
    for (int row = 0; row < call.rows(); row++) {
      int found = finder.find(0, size, row);
      out.append(found < 0 ? rests : answers, found < 0 ? row : found);
    }
    return out.build();
  }

  private static ArrayColumn table(CallSite call, int index, String which) {
    if (!(ElementTypes.plain(call.type(index)) instanceof ArrayType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          which + " argument of function transform must be array");
    }
    Column constant = call.constant(index);
    if (constant == null) {
      throw call.notImplemented("arrays that are not constant");
    }
    return (ArrayColumn) constant.flatten();
  }

  /** Whether a value that is not found can be its own answer beside those of this type. */
  private static boolean isAnswer(Type answer, Type value) {
    return !value.isNullable() && !answer.isNullable() && isText(answer) == isText(value);
  }

  private static boolean hasNull(ArrayColumn array) {
    Column elements = array.elements().flatten();
    for (int i = array.offsets()[0]; i < array.offsets()[1]; i++) {
      if (elements.isNull(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(Type type) {
    return CallSite.isText(type.base());
  }

  /** Whether values are compared as they are, without the server turning one into the other. */
  private static boolean match(Type value, Type key) {
    return value.equals(key) || (isNumber(value) && isNumber(key)) || key instanceof NothingType;
  }

  private static boolean isNumber(Type type) {
    return type instanceof FloatType
        || type instanceof BoolType
        || (type instanceof IntegerType && type.lane() == Lane.LONG);
  }
}
