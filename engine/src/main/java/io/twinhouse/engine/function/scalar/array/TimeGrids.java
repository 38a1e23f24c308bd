// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
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
import io.twinhouse.engine.type.Type;

/** timeSeriesRange: points in time from one on, at equal distances, up to another. */
final class TimeGrids {

  private static final int MOST_POINTS = 1 << 24;

  private TimeGrids() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: grids of times")
        .add("timeSeriesRange", FunctionTraits::dropLowCardinality, TimeGrids::range);
  }

  private static BoundFunction range(CallSite call) {
    Type time = time(call.arity(3), 0);
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
    if (end < start) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "End timestamp is less than start timestamp");
    }
    if (step <= 0 && start != end) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Step should be greater than zero");
    }
    if (start != end && (end - start) / step >= MOST_POINTS) {
      throw call.notImplemented("more than " + MOST_POINTS + " points; take a larger step");
    }
    out.add(start);
    long steps = start == end ? 0 : (end - start) / step;
    for (long i = 1; i <= steps; i++) {
      Checkpoint.passSometimes((int) i);
      out.add(start + i * step);
    }
  }
}
