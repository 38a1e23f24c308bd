// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementMatch;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.List;

/** Whether, where and how often arrays hold values. */
final class ArrayMembership {

  private ArrayMembership() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: membership")
        .add(
            "has",
            ArrayMembership::coded,
            call -> search(call, IntegerType.UINT8, ArrayMembership::has))
        .add(
            "indexOf",
            ArrayMembership::coded,
            call -> search(call, IntegerType.UINT64, ArrayMembership::indexOf))
        .add(
            "countEqual",
            ArrayMembership::coded,
            call -> search(call, IntegerType.UINT64, ArrayMembership::count))
        .add(
            "hasAny",
            FunctionTraits::dropLowCardinality,
            call -> compare(call, ArrayMembership::hasAny))
        .add(
            "hasAll",
            FunctionTraits::dropLowCardinality,
            call -> compare(call, ArrayMembership::hasAll))
        .add(
            "hasSubstr",
            FunctionTraits::dropLowCardinality,
            call -> compare(call, ArrayMembership::hasRun));
  }

  /** These see whether the elements have a dictionary. */
  private static FunctionTraits coded(FunctionTraits traits) {
    return traits.ownNulls().ownLowCardinality();
  }

  /** What is asked of the elements of one row. */
  private interface Question {
    long answer(ElementMatch.Finder finder, int from, int to, int row);
  }

  private static long has(ElementMatch.Finder finder, int from, int to, int row) {
    return finder.find(from, to, row) < 0 ? 0 : 1;
  }

  private static long indexOf(ElementMatch.Finder finder, int from, int to, int row) {
    return finder.find(from, to, row) - from + 1L;
  }

  private static long count(ElementMatch.Finder finder, int from, int to, int row) {
    long found = 0;
    for (int at = finder.find(from, to, row); at >= 0; at = finder.find(at + 1, to, row)) {
      found++;
    }
    return found;
  }

  private static BoundFunction search(CallSite call, Type result, Question question) {
    call.arity(2);
    Type container = ElementTypes.plain(call.type(0));
    boolean isMap = container instanceof MapType && call.name().equals("has");
    if (!isMap && !(container instanceof ArrayType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function "
              + call.name()
              + " must be an array, map or JSON. Actual "
              + call.type(0).name());
    }
    Type element = isMap ? ((MapType) container).key() : ((ArrayType) container).element();
    ElementMatch match = ElementMatch.converting(call, element, call.type(1));
    if (!isMap && ElementMatch.overlooks(call, call.type(0))) {
      return Bound.total(result, invocation -> none(invocation.rows()));
    }
    return Bound.of(
        result,
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          Column elements =
              isMap ? ((TupleColumn) arrays.elements()).elements().get(0) : arrays.elements();
          ElementMatch.Finder finder = match.over(elements, invocation.argument(1));
          long[] answers = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            int from = arrays.start(row);
            long answer = question.answer(finder, from, arrays.end(row), row);
            answers[row] = Math.max(0, answer);
          }
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  private static Column none(int rows) {
    return ConstantColumn.of(LongColumn.of(0), rows);
  }

  /** What is asked of the elements of two arrays; the finder looks for those of the second. */
  private interface Comparison {
    boolean holds(ElementMatch.Finder finder, ArrayLane a, ArrayLane b, int row);
  }

  private static boolean hasAny(ElementMatch.Finder finder, ArrayLane a, ArrayLane b, int row) {
    for (int e = b.start(row); e < b.end(row); e++) {
      if (finder.find(a.start(row), a.end(row), e) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(ElementMatch.Finder finder, ArrayLane a, ArrayLane b, int row) {
    for (int e = b.start(row); e < b.end(row); e++) {
      if (finder.find(a.start(row), a.end(row), e) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasRun(ElementMatch.Finder finder, ArrayLane a, ArrayLane b, int row) {
    int length = b.length(row);
    for (int from = a.start(row); from + length <= a.end(row); from++) {
      int same = 0;
      while (same < length && finder.find(from + same, from + same + 1, b.start(row) + same) >= 0) {
        same++;
      }
      if (same == length) {
        return true;
      }
    }
    return false;
  }

  private static BoundFunction compare(CallSite call, Comparison comparison) {
    call.arity(2);
    Type a = ElementTypes.ofArray(call, 0);
    Type b = ElementTypes.ofArray(call, 1);
    Type common = LeastSupertype.of(List.of(a, b));
    Conversion toA = ElementCast.ofArray(call, a, common);
    Conversion toB = ElementCast.ofArray(call, b, common);
    ElementMatch match = ElementMatch.of(call, common, common);
    boolean hidden = a.isNullable() != b.isNullable();
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          if (hidden) {
            refuseNulls(call, invocation);
          }
          return answers(invocation, comparison, match, toA, toB);
        });
  }

  /** The server compares what is hidden behind a NULL with elements that cannot be NULL. */
  private static void refuseNulls(CallSite call, Invocation invocation) {
    for (int i = 0; i < 2; i++) {
      if (ArrayLane.of(invocation.argument(i)).elements().flatten().nulls() != null) {
        throw call.notImplemented("arrays of which one alone has NULL");
      }
    }
  }

  private static Column answers(
      Invocation call, Comparison comparison, ElementMatch match, Conversion toA, Conversion toB) {
    ArrayLane first = ArrayLane.of(toA.convert(call.argument(0)));
    ArrayLane second = ArrayLane.of(toB.convert(call.argument(1)));
    ElementMatch.Finder finder = match.over(first.elements(), second.elements());
    long[] answers = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      answers[row] = comparison.holds(finder, first, second, row) ? 1 : 0;
    }
    return LongColumn.of(answers, call.rows(), null);
  }
}
