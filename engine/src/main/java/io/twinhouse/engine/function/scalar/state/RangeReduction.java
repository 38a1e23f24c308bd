// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.state;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.scalar.state.StateFunctions.ElementRows;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** arrayReduceInRanges: an aggregate over parts of arrays, each given by start and length. */
final class RangeReduction {

  private RangeReduction() {}

  static Bound bind(CallSite call) {
    if (call.size() < 3) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function arrayReduceInRanges doesn't match: passed "
              + call.size()
              + ", should be at least 3.");
    }
    if (!(call.type(1) instanceof ArrayType ranges) || !isRange(ranges.element())) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument for function arrayReduceInRanges must be an array of ranges");
    }
    BoundAggregate function = StateFunctions.overElements(call, 2);
    return Bound.of(
        new ArrayType(function.returnType()), invocation -> reduce(call, function, invocation));
  }

  private static boolean isRange(Type type) {
    return type instanceof TupleType tuple
        && tuple.elements().size() == 2
        && tuple.elements().get(0) instanceof IntegerType start
        && start.bits() <= 64
        && tuple.elements().get(1) instanceof IntegerType length
        && length.bits() <= 64
        && !length.signed();
  }

  private static Column reduce(CallSite call, BoundAggregate function, Invocation invocation) {
    int rows = invocation.rows();
    ArrayColumn ranges = (ArrayColumn) invocation.flat(1);
    ElementRows elements = ElementRows.of(call, invocation, 2);
    int first = ranges.offsets()[0];
    int total = ranges.offsets()[rows] - first;
    TupleColumn pairs = (TupleColumn) ranges.elements().flatten();
    long[] starts = ((LongColumn) pairs.elements().get(0).flatten()).values();
    long[] lengths = ((LongColumn) pairs.elements().get(1).flatten()).values();
    Column values =
        StateFunctions.results(
            function,
            total,
            invocation,
            states -> {
              for (int row = 0; row < rows; row++) {
                int size = elements.start(row + 1) - elements.start(row);
                for (int r = ranges.offsets()[row]; r < ranges.offsets()[row + 1]; r++) {
                  long begin = begin(starts[r], size);
                  long end = end(starts[r], lengths[r], size);
                  int from = elements.start(row) + (int) Math.max(0, begin);
                  long length = begin < 0 ? 0 : Math.min(end, size) - begin;
                  int count = (int) Math.max(0, length);
                  add(states, elements, from, count, r - first);
                }
              }
            });
    int[] offsets = new int[rows + 1];
    Arrays.setAll(offsets, row -> ranges.offsets()[row] - first);
    return ArrayColumn.of(offsets, values, rows);
  }

  /** Where a range begins, counted from 0; a negative start counts from the end. */
  private static long begin(long start, int size) {
    return start > 0 ? Math.min(start - 1, size) : start < 0 ? size + start : 0;
  }

  private static long end(long start, long length, int size) {
    if (start == 0) {
      return 0;
    }
    return begin(start, size) + Math.min(length < 0 ? Long.MAX_VALUE : length, 1L << 40);
  }

  private static void add(
      io.twinhouse.engine.function.Accumulator states,
      ElementRows elements,
      int from,
      int count,
      int group) {
    int[] chosen = new int[count];
    Arrays.setAll(chosen, i -> from + i);
    Column[] columns = new Column[elements.columns().length];
    Arrays.setAll(columns, i -> elements.columns()[i].gather(chosen, count));
    int[] groups = new int[count];
    Arrays.fill(groups, group);
    states.add(columns, groups, count);
  }
}
