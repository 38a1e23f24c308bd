// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;

/** Arrays made of some elements of one array, in order or turned around. */
final class ArrayCutting {

  private ArrayCutting() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: cutting")
        .add(
            "arrayPopBack",
            FunctionTraits::dropLowCardinality,
            call -> picking(call, ArrayCutting::popBack))
        .add(
            "arrayPopFront",
            FunctionTraits::dropLowCardinality,
            call -> picking(call, ArrayCutting::popFront))
        .add(
            "arrayReverse",
            FunctionTraits::dropLowCardinality,
            call -> picking(call, ArrayCutting::reverse))
        .add("arraySlice", ArrayLibrary::own, ArrayCutting::slice)
        .add(
            "arrayFlatten",
            t -> t.dropLowCardinality().withAliases("flatten").anyCase(),
            ArrayCutting::flatten)
        .add("arrayRotateLeft", t -> t.dropLowCardinality().notFolded(), call -> rotate(call, 1))
        .add("arrayRotateRight", t -> t.dropLowCardinality().notFolded(), call -> rotate(call, -1));
  }

  /** Chooses elements of one row. */
  private interface Picker {
    void pick(int from, int to, ElementPicks picks);
  }

  private static void popBack(int from, int to, ElementPicks picks) {
    picks.addRange(from, to - 1);
  }

  private static void popFront(int from, int to, ElementPicks picks) {
    picks.addRange(from + 1, to);
  }

  private static void reverse(int from, int to, ElementPicks picks) {
    for (int e = to - 1; e >= from; e--) {
      picks.add(e);
    }
  }

  private static BoundFunction picking(CallSite call, Picker picker) {
    Type element = ElementTypes.ofArray(call.arity(1), 0);
    return Bound.total(
        ElementTypes.plain(call.type(0)), invocation -> pick(invocation, element, picker));
  }

  private static Column pick(Invocation call, Type element, Picker picker) {
    ArrayLane arrays = ArrayLane.of(call.argument(0));
    ElementPicks picks = ElementPicks.of(call, element, arrays.total(call.rows()));
    for (int row = 0; row < call.rows(); row++) {
      picker.pick(arrays.start(row), arrays.end(row), picks);
      picks.endRow();
    }
    return picks.column(arrays.elements());
  }

  /** A whole number or NULL, an argument of slices. */
  private static void bound(CallSite call, int index) {
    Type base = call.base(index);
    boolean isWhole = base instanceof IntegerType integer && integer.bits() <= 64;
    if (!isWhole && !(base instanceof NothingType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument "
              + index
              + " for function "
              + call.name()
              + " must be integer but it has type "
              + call.type(index).name());
    }
  }

  private static BoundFunction slice(CallSite call) {
    call.arity(2, 3);
    if (ArrayLibrary.isNothing(call)) {
      return ArrayLibrary.nothing(call);
    }
    Type element = ElementTypes.ofArray(call, 0);
    for (int i = 1; i < call.size(); i++) {
      bound(call, i);
    }
    return Bound.total(
        ElementTypes.plain(call.type(0)),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          Column offsets = invocation.argument(1);
          Column lengths = invocation.argumentCount() == 3 ? invocation.argument(2) : null;
          ElementPicks picks =
              ElementPicks.of(invocation, element, arrays.total(invocation.rows()));
          for (int row = 0; row < invocation.rows(); row++) {
            long offset = offsets.isNull(row) ? 1 : at(offsets, row);
            long length =
                lengths == null || lengths.isNull(row) ? Long.MAX_VALUE : at(lengths, row);
            slice(arrays, row, offset, length, picks);
          }
          return picks.column(arrays.elements());
        });
  }

  private static long at(Column column, int row) {
    return column instanceof ConstantColumn constant
        ? ((LongColumn) constant.value()).values()[0]
        : ((LongColumn) column).values()[row];
  }

  /** Offsets count from 1, or from the end; a negative length leaves out that many at the end. */
  private static void slice(
      ArrayLane arrays, int row, long offset, long length, ElementPicks picks) {
    int size = arrays.length(row);
    long from = offset > 0 ? offset - 1 : size + offset;
    long to = length < 0 ? size + length : length > size - from ? size : from + length;
    if (offset != 0 && from < size) {
      int start = arrays.start(row);
      long first = Math.max(0, from);
      picks.addRange((int) (start + first), (int) (start + Math.max(first, to)));
    }
    picks.endRow();
  }

  private static BoundFunction flatten(CallSite call) {
    call.arity(1);
    ElementTypes.ofArray(call, 0);
    ArrayType type = (ArrayType) ElementTypes.plain(call.type(0));
    int depth = 0;
    while (type.element() instanceof ArrayType inner) {
      type = inner;
      depth++;
    }
    int levels = depth;
    return Bound.total(
        new ArrayType(type.element()),
        invocation -> {
          ArrayColumn column = (ArrayColumn) invocation.flat(0);
          for (int level = 0; level < levels; level++) {
            column = flattenOnce(invocation, column);
          }
          return column;
        });
  }

  private static ArrayColumn flattenOnce(Invocation call, ArrayColumn column) {
    ArrayColumn inner = (ArrayColumn) column.elements().flatten();
    int rows = call.rows();
    int[] offsets = new int[rows + 1];
    for (int row = 0; row <= rows; row++) {
      offsets[row] = inner.offsets()[column.offsets()[row]];
    }
    return ArrayColumn.of(offsets, inner.elements(), rows);
  }

  private static BoundFunction rotate(CallSite call, int direction) {
    Type element = ElementTypes.ofArray(call.arity(2), 0);
    if (call.type(1).isNullable()) {
      throw call.illegal(1);
    }
    call.integer(1);
    return Bound.total(
        new ArrayType(element),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          LongLane steps = LongLane.of(invocation.argument(1));
          ElementPicks picks =
              ElementPicks.of(invocation, element, arrays.total(invocation.rows()));
          for (int row = 0; row < invocation.rows(); row++) {
            int start = arrays.start(row);
            int length = arrays.length(row);
            if (length > 0) {
              int first = (int) Math.floorMod(steps.at(row) * direction, (long) length);
              picks.addRange(start + first, start + length);
              picks.addRange(start, start + first);
            }
            picks.endRow();
          }
          return picks.column(arrays.elements());
        });
  }
}
