// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** arrayCumSum, arrayCumSumNonNegative and arrayDifference: an element from what came before. */
final class RunningFunctions {

  private RunningFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: running values")
        .addHigherOrder("arrayCumSum", LambdaCall::parameters, call -> sum(call, false))
        .addHigherOrder("arrayCumSumNonNegative", LambdaCall::parameters, call -> sum(call, true))
        .addHigherOrder("arrayDifference", LambdaCall::parameters, RunningFunctions::difference);
  }

  private static BoundFunction sum(CallSite call, boolean nonNegative) {
    LambdaCall lambda = LambdaCall.of(call);
    Type type = SumTypes.of(lambda.value());
    if (type == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          call.name() + " cannot add values of type " + lambda.value().name());
    }
    return Bound.of(
        new ArrayType(type),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Column sums =
              switch (type.lane()) {
                case LONG -> longSums(invocation, type, elements, nonNegative);
                case DOUBLE -> doubleSums(invocation, lambda, elements, nonNegative);
                default -> bigSums(invocation, type, lambda, elements, nonNegative);
              };
          return ArrayColumn.of(elements.offsets(), sums, elements.rows());
        });
  }

  private static Column longSums(
      Invocation call, Type type, LambdaCall.Elements elements, boolean nonNegative) {
    boolean floor = nonNegative && !type.equals(IntegerType.UINT64);
    LongLane values = LongLane.of(elements.values());
    int[] offsets = elements.offsets();
    int total = offsets[elements.rows()];
    long[] sums = call.scratch().longs(total);
    for (int row = 0; row < elements.rows(); row++) {
      long sum = 0;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        sum += values.at(e);
        sum = floor && sum < 0 ? 0 : sum;
        sums[e] = sum;
      }
    }
    return LongColumn.of(sums, total, null);
  }

  private static Column doubleSums(
      Invocation call, LambdaCall lambda, LambdaCall.Elements elements, boolean floor) {
    DoubleLane values = DoubleLane.of(lambda.value(), elements.values());
    int[] offsets = elements.offsets();
    int total = offsets[elements.rows()];
    double[] sums = call.scratch().doubles(total);
    for (int row = 0; row < elements.rows(); row++) {
      double sum = 0;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        sum += values.at(e);
        sum = floor && sum < 0 ? 0 : sum;
        sums[e] = sum;
      }
    }
    return DoubleColumn.of(sums, total, null);
  }

  private static Column bigSums(
      Invocation call, Type type, LambdaCall lambda, LambdaCall.Elements elements, boolean floor) {
    BigLane values = BigLane.of(lambda.value(), elements.values());
    int[] offsets = elements.offsets();
    int total = offsets[elements.rows()];
    int bits = type instanceof DecimalType decimal ? decimal.bits() : ((IntegerType) type).bits();
    int words = bits / 64;
    long[] sums = call.scratch().longs(Math.multiplyExact(total, words));
    for (int row = 0; row < elements.rows(); row++) {
      BigInteger sum = BigInteger.ZERO;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        sum = sum.add(values.at(e));
        sum = floor ? sum.max(BigInteger.ZERO) : sum;
        BigLane.toWords(sum, sums, e * words, words);
      }
    }
    return WideColumn.of(sums, words, total, null);
  }

  private static @Nullable Type differenceType(Type type) {
    if (type instanceof IntegerType integer && integer.bits() <= 64) {
      return new IntegerType(Math.min(64, integer.bits() * 2), true);
    }
    if (type instanceof BoolType) {
      return IntegerType.INT16;
    }
    if (type instanceof FloatType) {
      return FloatType.FLOAT64;
    }
    if (type instanceof DateType date) {
      return date.bits() == 16 ? IntegerType.INT32 : IntegerType.INT64;
    }
    if (type instanceof DateTimeType) {
      return IntegerType.INT64;
    }
    if (type instanceof DateTime64Type time) {
      return new DecimalType(18, time.precision());
    }
    return type instanceof DecimalType decimal && decimal.lane() == Lane.LONG ? type : null;
  }

  private static BoundFunction difference(CallSite call) {
    LambdaCall lambda = LambdaCall.of(call);
    Type type = differenceType(lambda.value());
    if (type == null && lambda.value().lane() == Lane.WIDE) {
      throw call.notImplemented(lambda.value().name());
    }
    if (type == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "arrayDifference cannot process values of type " + lambda.value().name());
    }
    return Bound.of(
        new ArrayType(type),
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          Column differences =
              type.lane() == Lane.DOUBLE
                  ? doubleDifferences(invocation, lambda, elements)
                  : longDifferences(invocation, elements);
          return ArrayColumn.of(elements.offsets(), differences, elements.rows());
        });
  }

  private static Column longDifferences(Invocation call, LambdaCall.Elements elements) {
    LongLane values = LongLane.of(elements.values());
    int[] offsets = elements.offsets();
    int total = offsets[elements.rows()];
    long[] differences = call.scratch().longs(total);
    for (int row = 0; row < elements.rows(); row++) {
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        differences[e] = e == offsets[row] ? 0 : values.at(e) - values.at(e - 1);
      }
    }
    return LongColumn.of(differences, total, null);
  }

  private static Column doubleDifferences(
      Invocation call, LambdaCall lambda, LambdaCall.Elements elements) {
    DoubleLane values = DoubleLane.of(lambda.value(), elements.values());
    int[] offsets = elements.offsets();
    int total = offsets[elements.rows()];
    double[] differences = call.scratch().doubles(total);
    for (int row = 0; row < elements.rows(); row++) {
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        differences[e] = e == offsets[row] ? 0 : values.at(e) - values.at(e - 1);
      }
    }
    return DoubleColumn.of(differences, total, null);
  }
}
