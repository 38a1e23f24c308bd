// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.define.RowKernels.LongRun;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Points in time from one on, at equal distances, up to another; alone or with a value each. */
final class TimeGrids {

  private static final int MOST_POINTS = 1 << 24;

  private TimeGrids() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: grids of times")
        .add("timeSeriesRange", FunctionTraits::dropLowCardinality, TimeGrids::range)
        .add("timeSeriesFromGrid", FunctionTraits::dropLowCardinality, TimeGrids::valued);
  }

  private static BoundFunction range(CallSite call) {
    Type time = grid(call.arity(3));
    return Bound.of(
        new ArrayType(time),
        RowKernels.longArrays(
            invocation -> {
              LongLane starts = LongLane.of(invocation.argument(0));
              LongLane ends = LongLane.of(invocation.argument(1));
              LongLane steps = LongLane.of(invocation.argument(2));
              return (row, out) -> {
                // The server takes a step as a signed number of 32 bits.
                points(call, starts.at(row), ends.at(row), (int) steps.at(row), out);
              };
            }));
  }

  /** The type of the points, once those of all that makes them are checked. */
  private static Type grid(CallSite call) {
    Type time = time(call, 0);
    if (!time(call, 1).equals(time)) {
      throw call.notImplemented(call.type(0).name() + " and " + call.type(1).name());
    }
    Type step = call.base(2);
    if (step instanceof DecimalType || step instanceof IntegerType && step.lane() != Lane.LONG) {
      throw call.notImplemented("a step of type " + step.name());
    }
    if (!(step instanceof IntegerType || step instanceof BoolType)) {
      throw call.illegal(2);
    }
    return time;
  }

  /** The points with the values at their places; where a value is NULL there is no point. */
  private static BoundFunction valued(CallSite call) {
    Type time = grid(call.arity(4));
    if (!(call.type(3) instanceof ArrayType values)) {
      throw call.illegal(3);
    }
    Type value = values.element();
    return Bound.of(
        new ArrayType(TupleType.of(List.of(time, value.withoutNullable()))),
        invocation -> valued(call, invocation));
  }

  private static Column valued(CallSite call, Invocation invocation) {
    LongLane starts = LongLane.of(invocation.argument(0));
    LongLane ends = LongLane.of(invocation.argument(1));
    LongLane steps = LongLane.of(invocation.argument(2));
    ArrayColumn values = (ArrayColumn) invocation.flat(3);
    int rows = invocation.rows();
    int all = values.offsets()[rows] - values.offsets()[0];
    int[] offsets = invocation.scratch().ints(rows + 1);
    int[] kept = invocation.scratch().ints(all);
    long[] times = invocation.scratch().longs(all);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      offsets[row] = count;
      long start = starts.at(row);
      long step = (int) steps.at(row);
      long points = points(call, start, ends.at(row), step);
      if (points != values.length(row)) {
        throw call.refuse(
            ErrorCode.BAD_ARGUMENTS,
            "Number of values ("
                + values.length(row)
                + ") doesn't match number of steps ("
                + points
                + ")");
      }
      for (int i = 0; i < points; i++) {
        int element = values.offsets()[row] + i;
        if (!values.elements().isNull(element)) {
          kept[count] = element;
          times[count++] = start + i * step;
        }
      }
    }
    offsets[rows] = count;
    List<Column> parts =
        List.of(
            LongColumn.of(times, count, null),
            values.elements().gather(kept, count).withNulls(null));
    return ArrayColumn.of(offsets, TupleColumn.of(parts, count), rows);
  }

  private static Type time(CallSite call, int index) {
    Type type = call.base(index);
    if (type instanceof DateTime64Type) {
      throw call.notImplemented(type.name());
    }
    if (!(type instanceof DateTimeType) && !type.equals(IntegerType.UINT32)) {
      throw call.illegal(index);
    }
    return type;
  }

  private static void points(CallSite call, long start, long end, long step, LongRun out) {
    long points = points(call, start, end, step);
    for (long i = 0; i < points; i++) {
      Checkpoint.passSometimes((int) i);
      out.add(start + i * step);
    }
  }

  private static long points(CallSite call, long start, long end, long step) {
    if (end < start) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "End timestamp is less than start timestamp");
    }
    if (start == end) {
      return 1;
    }
    if (step <= 0) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Step should be greater than zero");
    }
    if ((end - start) / step >= MOST_POINTS) {
      throw call.notImplemented("more than " + MOST_POINTS + " points; take a larger step");
    }
    return (end - start) / step + 1;
  }
}
