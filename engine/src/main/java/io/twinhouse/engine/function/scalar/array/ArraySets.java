// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.DistinctElements;
import io.twinhouse.engine.function.nested.ElementPicks;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays as sets: distinct elements, their numbers, what several arrays share. */
final class ArraySets {

  private ArraySets() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: sets")
        .add("arrayDistinct", FunctionTraits::dropLowCardinality, ArraySets::distinct)
        .add("arrayUniq", FunctionTraits::dropLowCardinality, ArraySets::uniq)
        .add("arrayEnumerate", FunctionTraits::dropLowCardinality, ArraySets::enumerate)
        .add(
            "arrayEnumerateUniq",
            FunctionTraits::dropLowCardinality,
            call -> number(call, ArraySets::occurrence))
        .add(
            "arrayEnumerateDense",
            FunctionTraits::dropLowCardinality,
            call -> number(call, ArraySets::dense))
        .add("arrayIntersect", FunctionTraits::dropLowCardinality, ArrayIntersection::bind);
  }

  private static Type withoutNull(Type element) {
    return element.isNullable() ? element.base() : element;
  }

  private static BoundFunction distinct(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(1), 0);
    Type kept = withoutNull(element);
    return Bound.total(
        new ArrayType(kept),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          Column elements = arrays.elements();
          ElementPicks picks = ElementPicks.of(invocation, kept, arrays.total(invocation.rows()));
          DistinctElements values = new DistinctElements(List.of(elements));
          for (int row = 0; row < invocation.rows(); row++) {
            values.clear();
            for (int e = arrays.start(row); e < arrays.end(row); e++) {
              if (!elements.isNull(e) && isNew(values, e)) {
                picks.add(e);
              }
            }
            picks.endRow();
          }
          return picks.column(elements.withNulls(null));
        });
  }

  private static boolean isNew(DistinctElements values, int element) {
    int known = values.size();
    return values.number(element) == known;
  }

  /** The arrays of a call, of equal lengths row by row. */
  private static List<ArrayColumn> arrays(CallSite call, Invocation invocation) {
    List<ArrayColumn> arrays = new ArrayList<>();
    for (int i = 0; i < invocation.argumentCount(); i++) {
      arrays.add((ArrayColumn) invocation.flat(i));
    }
    for (int row = 0; row < invocation.rows(); row++) {
      for (ArrayColumn array : arrays) {
        if (array.length(row) != arrays.get(0).length(row)) {
          throw new TwinhouseException(
              ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
              "Lengths of all arrays passed to " + call.name() + " must be equal");
        }
      }
    }
    return arrays;
  }

  /** All elements of arrays side by side; those of the first array say where rows begin. */
  private static DistinctElements sideBySide(List<ArrayColumn> arrays, int rows) {
    List<Column> columns = new ArrayList<>();
    int first = arrays.get(0).offsets()[0];
    int total = arrays.get(0).offsets()[rows] - first;
    for (ArrayColumn array : arrays) {
      int[] shifted = new int[total];
      int base = array.offsets()[0];
      Arrays.setAll(shifted, i -> base + i);
      columns.add(array.elements().gather(shifted, total));
    }
    return new DistinctElements(columns);
  }

  private static BoundFunction uniq(CallSite call) {
    allArrays(call);
    return Bound.of(
        IntegerType.UINT32,
        invocation -> {
          List<ArrayColumn> arrays = arrays(call, invocation);
          DistinctElements values = sideBySide(arrays, invocation.rows());
          int[] offsets = arrays.get(0).offsets();
          long[] counts = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            values.clear();
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              values.number(e - offsets[0]);
            }
            counts[row] = values.size();
          }
          return LongColumn.of(counts, invocation.rows(), null);
        });
  }

  private static void allArrays(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    for (int i = 0; i < call.size(); i++) {
      ElementTypes.ofArray(call, i);
    }
  }

  private static BoundFunction enumerate(CallSite call) {
    ElementTypes.ofArray(call.arity(1), 0);
    return Bound.total(
        new ArrayType(IntegerType.UINT32),
        invocation -> {
          ArrayColumn array = (ArrayColumn) invocation.flat(0);
          int rows = invocation.rows();
          int[] offsets = array.offsets();
          long[] numbers = invocation.scratch().longs(offsets[rows]);
          for (int row = 0; row < rows; row++) {
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              numbers[e] = (long) e - offsets[row] + 1;
            }
          }
          return ArrayColumn.of(offsets, LongColumn.of(numbers, offsets[rows], null), rows);
        });
  }

  /** The number of an element whose value is the {@code value}-th distinct one of its row. */
  private interface Numbering {
    long number(int value, int[] occurrences);
  }

  private static long occurrence(int value, int[] occurrences) {
    return occurrences[value];
  }

  private static long dense(int value, int[] occurrences) {
    return value + 1L;
  }

  private static BoundFunction number(CallSite call, Numbering numbering) {
    allArrays(call);
    return Bound.of(
        new ArrayType(IntegerType.UINT32),
        invocation -> {
          List<ArrayColumn> arrays = arrays(call, invocation);
          int rows = invocation.rows();
          DistinctElements values = sideBySide(arrays, rows);
          int[] offsets = arrays.get(0).offsets();
          int total = offsets[rows];
          long[] numbers = invocation.scratch().longs(total);
          int[] occurrences = invocation.scratch().ints(total + 1);
          for (int row = 0; row < rows; row++) {
            values.clear();
            Arrays.fill(occurrences, 0, offsets[row + 1] - offsets[row], 0);
            for (int e = offsets[row]; e < offsets[row + 1]; e++) {
              int value = values.number(e - offsets[0]);
              occurrences[value]++;
              numbers[e] = numbering.number(value, occurrences);
            }
          }
          return ArrayColumn.of(offsets, LongColumn.of(numbers, total, null), rows);
        });
  }
}
