// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * avg2 and midpoint: the mean of numbers or times in their common type, cut off towards 0. NULLs
 * are left out; it is NULL where all are.
 */
public final class MeanFunctions {

  private MeanFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Arithmetic: means")
        .add("avg2", t -> t.ownNulls().anyCase(), call -> bind(call.arity(2)))
        .add(
            "midpoint",
            t -> t.ownNulls().anyCase(),
            call -> {
              if (call.size() == 0) {
                throw call.refuse(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function midpoint cannot be called without arguments");
              }
              return call.size() == 1
                  ? Bound.total(call.type(0), invocation -> invocation.argument(0))
                  : bind(call);
            });
  }

  /** An argument that may be anything but NULL, and how it becomes the common type. */
  private record Part(int index, Conversion conversion) {}

  private static BoundFunction bind(CallSite call) {
    Type result = LeastSupertype.of(call.types());
    Type type = result.base();
    if (type instanceof NothingType) {
      return Bound.constant(result, DefaultValues.of(result));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      Type own = call.type(i);
      if (!(own.base() instanceof NothingType)) {
        Type wanted = own.isNullable() ? type.toNullable() : type;
        parts.add(new Part(i, ElementCast.of(call, own, wanted)));
      }
    }
    if (parts.size() == 1) {
      Part only = parts.get(0);
      return Bound.total(
          result, invocation -> only.conversion.convert(invocation.argument(only.index)));
    }
    checkMeant(call, type);
    if (type instanceof FloatType floating) {
      // of two the sign of a zero is kept
      double none = call.size() == 2 ? -0.0 : 0;
      return Bound.total(result, invocation -> floats(invocation, floating, parts, none));
    }
    boolean paired = call.size() == 2 && parts.size() == 2 && !result.isNullable();
    if (paired && type.lane() == Lane.LONG) {
      boolean unsigned = type.equals(IntegerType.UINT64);
      return Bound.total(result, invocation -> pairs(invocation, parts, unsigned));
    }
    return Bound.total(result, invocation -> wholes(invocation, type, parts));
  }

  private static void checkMeant(CallSite call, Type type) {
    boolean time =
        type instanceof DateType
            || type instanceof DateTimeType
            || type instanceof DateTime64Type
            || type instanceof TimeType
            || type instanceof Time64Type;
    if (!time && !NumberTypes.isNumber(type) && !(type instanceof BoolType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function midpoint supports only numeric/temporal types, got " + type.name());
    }
    // sums of more wrap at 256 bits on the server
    boolean huge = NumberTypes.isNumber(type) && NumberTypes.bits(type) > 128;
    if (huge) {
      throw call.notImplemented(type.name());
    }
  }

  private static Column floats(
      Invocation invocation, FloatType type, List<Part> parts, double none) {
    int rows = invocation.rows();
    double[] sums = new double[rows];
    Arrays.fill(sums, none);
    int[] counts = new int[rows];
    boolean single = !type.equals(FloatType.FLOAT64);
    for (Part part : parts) {
      Column column = part.conversion.convert(invocation.argument(part.index));
      DoubleLane lane = DoubleLane.of(type, column);
      for (int row = 0; row < rows; row++) {
        if (!column.isNull(row)) {
          double sum = sums[row] + lane.at(row);
          sums[row] = single ? (float) sum : sum;
          counts[row]++;
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      double mean = sums[row] / Math.max(1, counts[row]);
      sums[row] = single ? (float) mean : mean;
    }
    return DoubleColumn.of(sums, rows, absent(counts));
  }

  /** True for rows of which nothing was counted; null if there are none. */
  private static boolean @Nullable [] absent(int[] counts) {
    boolean[] absent = new boolean[counts.length];
    boolean any = false;
    for (int row = 0; row < counts.length; row++) {
      absent[row] = counts[row] == 0;
      any |= absent[row];
    }
    return any ? absent : null;
  }

  private static Column pairs(Invocation invocation, List<Part> parts, boolean unsigned) {
    Part first = parts.get(0);
    Part second = parts.get(1);
    LongLane a = LongLane.of(first.conversion.convert(invocation.argument(first.index)));
    LongLane b = LongLane.of(second.conversion.convert(invocation.argument(second.index)));
    long[] means = invocation.scratch().longs(invocation.rows());
    for (int row = 0; row < invocation.rows(); row++) {
      long x = a.at(row);
      long y = b.at(row);
      long below = (x & y) + (unsigned ? (x ^ y) >>> 1 : (x ^ y) >> 1);
      boolean half = ((x ^ y) & 1) == 1;
      means[row] = half && below < 0 && !unsigned ? below + 1 : below;
    }
    return LongColumn.of(means, invocation.rows(), null);
  }

  private static Column wholes(Invocation invocation, Type type, List<Part> parts) {
    int rows = invocation.rows();
    int[] counts = new int[rows];
    List<Column> columns = new ArrayList<>();
    List<BigLane> lanes = new ArrayList<>();
    for (Part part : parts) {
      Column column = part.conversion.convert(invocation.argument(part.index));
      columns.add(column);
      lanes.add(BigLane.of(type, column));
      for (int row = 0; row < rows; row++) {
        counts[row] += column.isNull(row) ? 0 : 1;
      }
    }
    Operands.BigResult means =
        row -> {
          BigInteger sum = BigInteger.ZERO;
          for (int i = 0; i < lanes.size(); i++) {
            sum = columns.get(i).isNull(row) ? sum : sum.add(lanes.get(i).at(row));
          }
          return sum.divide(BigInteger.valueOf(Math.max(1, counts[row])));
        };
    boolean[] absent = absent(counts);
    boolean wide = type.lane() != Lane.LONG;
    if (wide) {
      return Operands.bigs(invocation, type, means).withNulls(absent);
    }
    long[] values = invocation.scratch().longs(rows);
    for (int row = 0; row < rows; row++) {
      values[row] = means.at(row).longValue();
    }
    return LongColumn.of(values, rows, absent);
  }
}
