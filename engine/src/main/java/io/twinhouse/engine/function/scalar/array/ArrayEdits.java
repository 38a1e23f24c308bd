// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.ElementMatch;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.SameValue;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays with elements taken out, moved along or cut into runs, and how far arrays are apart. */
final class ArrayEdits {

  private ArrayEdits() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: changes")
        .add(
            "arrayRemove",
            t -> t.ownNulls().dropLowCardinality().withAliases("array_remove"),
            ArrayEdits::remove)
        .add("arrayExcept", FunctionTraits::dropLowCardinality, ArrayEdits::except)
        .add("arrayShiftLeft", t -> t.dropLowCardinality().notFolded(), call -> shift(call, 1))
        .add("arrayShiftRight", t -> t.dropLowCardinality().notFolded(), call -> shift(call, -1))
        .add("arrayShingles", FunctionTraits::dropLowCardinality, ArrayEdits::shingles)
        .add("arrayTranspose", FunctionTraits::dropLowCardinality, ArrayEdits::transpose)
        .add("arrayLevenshteinDistance", FunctionTraits::dropLowCardinality, ArrayEdits::distance);
  }

  private static BoundFunction remove(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    ElementMatch match = ElementMatch.of(call, element, call.type(1));
    return Bound.of(
        new ArrayType(element),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          ElementMatch.Finder finder = match.over(arrays.elements(), invocation.argument(1));
          ElementPicks picks =
              ElementPicks.of(invocation, element, arrays.total(invocation.rows()));
          for (int row = 0; row < invocation.rows(); row++) {
            for (int e = arrays.start(row); e < arrays.end(row); e++) {
              if (finder.find(e, e + 1, row) < 0) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(arrays.elements());
        });
  }

  private static BoundFunction except(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    boolean nested = element.lane() == Lane.ARRAY || element.lane() == Lane.TUPLE;
    if (nested
        || ElementTypes.isNothing(element)
        || !ElementTypes.ofArray(call, 1).base().equals(element.base())) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function "
              + call.name()
              + " requires both arrays to have exactly the same element type. Got "
              + call.type(0).name()
              + " and "
              + call.type(1).name());
    }
    return Bound.total(
        new ArrayType(element),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          ArrayLane others = ArrayLane.of(invocation.argument(1));
          ElementPicks picks =
              ElementPicks.of(invocation, element, arrays.total(invocation.rows()));
          for (int row = 0; row < invocation.rows(); row++) {
            for (int e = arrays.start(row); e < arrays.end(row); e++) {
              if (!holds(others, row, arrays.elements(), e)) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(arrays.elements());
        });
  }

  private static boolean holds(ArrayLane arrays, int row, Column elements, int element) {
    for (int e = arrays.start(row); e < arrays.end(row); e++) {
      if (SameValue.same(arrays.elements(), e, elements, element)) {
        return true;
      }
    }
    return false;
  }

  private static BoundFunction shift(CallSite call, int direction) {
    call.arity(2, 3).integer(1);
    Type element = ElementTypes.ofArray(call, 0);
    if (ElementTypes.isNothing(element)) {
      throw call.notImplemented("an array of nothing");
    }
    if (call.size() == 3
        && !call.type(2).structure().equals(element.structure())
        && !call.type(2).equals(element.base())) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(2).name()
              + " of argument of function "
              + call.name()
              + ", expected "
              + element.name());
    }
    return Bound.total(
        new ArrayType(element),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          LongLane places = LongLane.of(invocation.argument(1));
          Column fill = invocation.argumentCount() == 3 ? invocation.flat(2) : null;
          boolean nullable = element.isNullable();
          ArrayWriter writer = ArrayWriter.of(invocation, element);
          for (int row = 0; row < invocation.rows(); row++) {
            int length = arrays.length(row);
            long wanted = Math.max(-length, Math.min(length, places.at(row)));
            int moved = (int) wanted * direction;
            int kept = length - Math.abs(moved);
            int from = arrays.start(row) + Math.max(0, moved);
            if (moved < 0) {
              fill(writer, fill, row, -moved, nullable);
            }
            writer.append(arrays.elements(), from, kept);
            if (moved > 0) {
              fill(writer, fill, row, moved, nullable);
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static void fill(
      ArrayWriter writer, @Nullable Column fill, int row, int count, boolean nullable) {
    if (fill == null && nullable) {
      writer.appendNulls(count);
      return;
    }
    if (fill == null) {
      writer.appendDefaults(count);
      return;
    }
    for (int i = 0; i < count; i++) {
      writer.append(fill, row, 1);
    }
  }

  private static BoundFunction shingles(CallSite call) {
    call.arity(2).integer(1);
    Type element = ElementTypes.ofArray(call, 0);
    Type result = new ArrayType(new ArrayType(element));
    return Bound.of(
        result,
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          LongLane widths = LongLane.of(invocation.argument(1));
          ColumnBuilder out = ColumnBuilder.of(result);
          for (int row = 0; row < invocation.rows(); row++) {
            long width = widths.at(row);
            if (width < 1 || width > arrays.length(row)) {
              throw call.refuse(
                  ErrorCode.BAD_ARGUMENTS,
                  "Shingle argument of function "
                      + call.name()
                      + (width < 1
                          ? " must a positive integer"
                          : " must less or equal than the array length"));
            }
            for (int e = arrays.start(row); e + width <= arrays.end(row); e++) {
              for (int i = 0; i < width; i++) {
                out.elements().elements().append(arrays.elements(), e + i);
              }
              out.elements().endRow();
            }
            out.endRow();
          }
          return out.build();
        });
  }

  private static BoundFunction transpose(CallSite call) {
    Type outer = ElementTypes.ofArray(call.arity(1), 0);
    if (!(outer instanceof ArrayType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument of function "
              + call.name()
              + " must be Array(Array(T)), got "
              + call.type(0).name());
    }
    return Bound.of(
        call.base(0),
        invocation -> {
          ArrayLane rowsOf = ArrayLane.of(invocation.flat(0));
          ArrayLane lines = ArrayLane.of(rowsOf.elements().flatten());
          ColumnBuilder out = ColumnBuilder.of(call.base(0));
          for (int row = 0; row < invocation.rows(); row++) {
            transpose(call, rowsOf, lines, row, out.elements());
            out.endRow();
          }
          return out.build();
        });
  }

  private static void transpose(
      CallSite call, ArrayLane rowsOf, ArrayLane lines, int row, ColumnBuilder out) {
    int width = rowsOf.length(row) == 0 ? 0 : lines.length(rowsOf.start(row));
    for (int line = rowsOf.start(row); line < rowsOf.end(row); line++) {
      if (lines.length(line) != width) {
        throw call.refuse(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "All inner arrays in argument of function " + call.name() + " must have equal sizes");
      }
    }
    for (int at = 0; at < width; at++) {
      for (int line = rowsOf.start(row); line < rowsOf.end(row); line++) {
        out.elements().append(lines.elements(), lines.start(line) + at);
      }
      out.endRow();
    }
  }

  private static BoundFunction distance(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    boolean floats = element.base() instanceof FloatType;
    if (floats || !ElementTypes.ofArray(call, 1).equals(element)) {
      throw call.notImplemented(call.type(0).name() + " and " + call.type(1).name());
    }
    return Bound.total(IntegerType.UINT32, RowKernels.longs(ArrayEdits::distances));
  }

  private static RowKernels.LongRow distances(Invocation call) {
    ArrayLane a = ArrayLane.of(call.argument(0));
    ArrayLane b = ArrayLane.of(call.argument(1));
    return row -> {
      int[] costs = new int[b.length(row) + 1];
      Arrays.setAll(costs, i -> i);
      for (int i = 1; i <= a.length(row); i++) {
        int diagonal = costs[0];
        costs[0] = i;
        for (int j = 1; j < costs.length; j++) {
          boolean same =
              SameValue.same(
                  a.elements(), a.start(row) + i - 1, b.elements(), b.start(row) + j - 1);
          int cost = same ? diagonal : 1 + Math.min(diagonal, Math.min(costs[j], costs[j - 1]));
          diagonal = costs[j];
          costs[j] = cost;
        }
      }
      return costs[costs.length - 1];
    };
  }
}
