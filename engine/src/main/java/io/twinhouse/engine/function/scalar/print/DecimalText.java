// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.scalar.number.NumberTypes;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** toDecimalString: a number with so many digits behind the point. */
final class DecimalText {

  private static final int MOST_OF_FLOATS = 60;
  private static final int MOST_DIGITS = 77;
  private static final double TOO_LARGE = 1e60;

  private DecimalText() {}

  /** The text of one row. */
  private interface Text {
    String of(int row);
  }

  static BoundFunction bind(CallSite call) {
    Type type = call.arity(2).base(0);
    if (!NumberTypes.isNumber(type)) {
      throw call.illegal(0);
    }
    if (!(call.base(1) instanceof IntegerType)) {
      throw call.illegal(1);
    }
    if (!call.base(1).equals(IntegerType.UINT8) || call.constant(1) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Illegal column "
              + call.type(1).name()
              + " of second argument of function formatDecimal");
    }
    int digits = (int) call.constantLong(1);
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              Text text = text(type, digits, invocation.argument(0));
              return (row, out) -> {
                byte[] bytes = text.of(row).getBytes(StandardCharsets.US_ASCII);
                out.write(bytes, 0, bytes.length);
              };
            }));
  }

  private static Text text(Type type, int digits, Column column) {
    if (digits > (type instanceof FloatType ? MOST_OF_FLOATS : MOST_DIGITS)) {
      throw failure("Too many fractional digits requested: " + digits);
    }
    if (type instanceof FloatType) {
      DoubleLane lane = DoubleLane.of(type, column);
      return row -> ofFloat(lane.at(row), digits);
    }
    BigLane lane = BigLane.of(type, column);
    int scale = type instanceof DecimalType decimal ? decimal.scale() : 0;
    return row -> ofDecimal(lane.at(row), scale, digits);
  }

  private static TwinhouseException failure(String message) {
    return new TwinhouseException(ErrorCode.CANNOT_PRINT_FLOAT_OR_DOUBLE_NUMBER, message);
  }

  private static String ofFloat(double value, int digits) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (Math.abs(value) >= TOO_LARGE) {
      throw failure("Error processing number: " + value);
    }
    String text =
        new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return Double.doubleToRawLongBits(value) < 0 ? "-" + text : text;
  }

  /**
   * The digits behind the point are rounded by themselves: nothing is carried before it, and the
   * point stays where no digit is wanted.
   */
  private static String ofDecimal(BigInteger unscaled, int scale, int digits) {
    if (digits >= scale) {
      return new BigDecimal(unscaled, scale).setScale(digits).toPlainString();
    }
    BigInteger[] parts = unscaled.abs().divideAndRemainder(BigInteger.TEN.pow(scale));
    BigInteger kept =
        new BigDecimal(parts[1], scale - digits)
            .setScale(0, RoundingMode.HALF_UP)
            .unscaledValue()
            .mod(BigInteger.TEN.pow(digits));
    String fraction = digits == 0 ? "" : kept.toString();
    return (unscaled.signum() < 0 ? "-" : "")
        + parts[0]
        + "."
        + "0".repeat(digits - fraction.length())
        + fraction;
  }
}
