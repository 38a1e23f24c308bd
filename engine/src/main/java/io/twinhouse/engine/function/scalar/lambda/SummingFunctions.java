// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.LambdaCall;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/** arraySum, arrayAvg and arrayProduct. */
final class SummingFunctions {

  private SummingFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: sums")
        .addHigherOrder("arraySum", LambdaCall::parameters, SummingFunctions::sum)
        .addHigherOrder("arrayAvg", LambdaCall::parameters, SummingFunctions::average)
        .addHigherOrder("arrayProduct", LambdaCall::parameters, SummingFunctions::product);
  }

  private static Type sumType(CallSite call, LambdaCall lambda) {
    Type type = SumTypes.of(lambda.value());
    if (type == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "array aggregation function cannot be performed on type " + lambda.value().name());
    }
    return type;
  }

  private static BoundFunction sum(CallSite call) {
    LambdaCall lambda = LambdaCall.of(call);
    Type type = sumType(call, lambda);
    return Bound.of(
        type,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          if (type.lane() == Lane.LONG) {
            return LongColumn.of(longs(invocation, elements), elements.rows(), null);
          }
          return type instanceof FloatType
              ? DoubleColumn.of(doubles(invocation, lambda, elements), elements.rows(), null)
              : Operands.bigs(invocation, type, row -> bigSum(lambda, elements, row));
        });
  }

  /** Sums that wrap around at 64 bits. */
  private static long[] longs(Invocation call, LambdaCall.Elements elements) {
    LongLane values = LongLane.of(elements.values());
    int[] offsets = elements.offsets();
    long[] sums = call.scratch().longs(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      long sum = 0;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        sum += values.at(e);
      }
      sums[row] = sum;
    }
    return sums;
  }

  private static double[] doubles(
      Invocation call, LambdaCall lambda, LambdaCall.Elements elements) {
    DoubleLane values = DoubleLane.of(lambda.value(), elements.values());
    int[] offsets = elements.offsets();
    double[] sums = call.scratch().doubles(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      double sum = offsets[row] < offsets[row + 1] ? -0.0 : 0; // of -0 alone the sum is -0
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        sum += values.at(e);
      }
      sums[row] = sum;
    }
    return sums;
  }

  private static BigInteger bigSum(LambdaCall lambda, LambdaCall.Elements elements, int row) {
    BigLane values = BigLane.of(lambda.value(), elements.values());
    BigInteger sum = BigInteger.ZERO;
    for (int e = elements.offsets()[row]; e < elements.offsets()[row + 1]; e++) {
      sum = sum.add(values.at(e));
    }
    return sum;
  }

  private static BoundFunction average(CallSite call) {
    LambdaCall lambda = LambdaCall.of(call);
    Type type = sumType(call, lambda);
    return Bound.of(
        FloatType.FLOAT64,
        invocation -> {
          LambdaCall.Elements elements = lambda.evaluate(invocation);
          int[] offsets = elements.offsets();
          double[] averages;
          if (type.lane() == Lane.LONG) {
            boolean unsigned = type.equals(IntegerType.UINT64);
            long[] sums = longs(invocation, elements);
            averages = invocation.scratch().doubles(elements.rows());
            for (int row = 0; row < elements.rows(); row++) {
              averages[row] = unsigned ? DoubleLane.ofUnsigned(sums[row]) : sums[row];
            }
          } else if (type instanceof FloatType) {
            averages = doubles(invocation, lambda, elements);
          } else {
            averages = invocation.scratch().doubles(elements.rows());
            for (int row = 0; row < elements.rows(); row++) {
              int count = Math.max(1, offsets[row + 1] - offsets[row]);
              averages[row] = bigAverage(type, bigSum(lambda, elements, row), count);
            }
            return DoubleColumn.of(averages, elements.rows(), null);
          }
          for (int row = 0; row < elements.rows(); row++) {
            int count = offsets[row + 1] - offsets[row];
            averages[row] = count == 0 ? 0 : averages[row] / count;
          }
          return DoubleColumn.of(averages, elements.rows(), null);
        });
  }

  /** The server divides decimals as decimals, which cuts what the scale cannot hold. */
  private static double bigAverage(Type type, BigInteger sum, int count) {
    return type instanceof DecimalType decimal
        ? DoubleLane.ofDecimal(sum.divide(BigInteger.valueOf(count)), decimal.scale())
        : sum.doubleValue() / count;
  }

  private static BoundFunction product(CallSite call) {
    LambdaCall lambda = LambdaCall.of(call);
    Type type = sumType(call, lambda);
    if (type.lane() == Lane.WIDE) {
      return Bound.of(
          FloatType.FLOAT64,
          invocation -> bigProduct(invocation, lambda, lambda.evaluate(invocation)));
    }
    boolean unsigned = type.equals(IntegerType.UINT64);
    return Bound.of(
        FloatType.FLOAT64,
        invocation ->
            type.lane() == Lane.LONG
                ? longProduct(invocation, lambda.evaluate(invocation), unsigned)
                : product(invocation, lambda, lambda.evaluate(invocation)));
  }

  /** Products of integers wrap around before they become Float64. */
  private static Column longProduct(
      Invocation call, LambdaCall.Elements elements, boolean unsigned) {
    LongLane values = LongLane.of(elements.values());
    int[] offsets = elements.offsets();
    double[] products = call.scratch().doubles(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      long product = offsets[row] == offsets[row + 1] ? 0 : 1;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        product *= values.at(e);
      }
      products[row] = unsigned ? DoubleLane.ofUnsigned(product) : product;
    }
    return DoubleColumn.of(products, elements.rows(), null);
  }

  private static Column bigProduct(
      Invocation call, LambdaCall lambda, LambdaCall.Elements elements) {
    BigLane values = BigLane.of(lambda.value(), elements.values());
    int scale = lambda.value() instanceof DecimalType decimal ? decimal.scale() : 0;
    int[] offsets = elements.offsets();
    double[] products = call.scratch().doubles(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      int count = offsets[row + 1] - offsets[row];
      BigInteger product = count == 0 ? BigInteger.ZERO : BigInteger.ONE;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        product = product.multiply(values.at(e));
      }
      products[row] = new BigDecimal(product, scale * count).doubleValue();
    }
    return DoubleColumn.of(products, elements.rows(), null);
  }

  /** The product of no elements is 0. */
  private static Column product(Invocation call, LambdaCall lambda, LambdaCall.Elements elements) {
    DoubleLane values = DoubleLane.of(lambda.value(), elements.values());
    int[] offsets = elements.offsets();
    double[] products = call.scratch().doubles(elements.rows());
    for (int row = 0; row < elements.rows(); row++) {
      double product = offsets[row] == offsets[row + 1] ? 0 : 1;
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        product *= values.at(e);
      }
      products[row] = product;
    }
    return DoubleColumn.of(products, elements.rows(), null);
  }
}
