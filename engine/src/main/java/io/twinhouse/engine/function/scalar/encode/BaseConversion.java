// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;

/** conv: a number's digits in another base, unsigned and saturated at 64 bits. */
public final class BaseConversion {

  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private BaseConversion() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Encoding: number bases")
        .add("conv", t -> t.anyCase(), BaseConversion::bind);
  }

  /** The text of the number of a row. */
  private interface NumberText {
    byte[] at(int row);
  }

  private static BoundFunction bind(CallSite call) {
    Type type = call.arity(3).base(0);
    boolean number =
        type instanceof FloatType || (type instanceof IntegerType && type.lane() == Lane.LONG);
    if (!number && !CallSite.isText(type)) {
      throw call.illegal(0);
    }
    call.integer(1).integer(2);
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              NumberText texts = texts(invocation, type);
              LongLane from = LongLane.of(invocation.argument(1));
              LongLane to = LongLane.of(invocation.argument(2));
              return (row, out) ->
                  convert(texts.at(row), base(from.at(row)), base(to.at(row)), out);
            }));
  }

  private static NumberText texts(Invocation call, Type type) {
    if (CallSite.isText(type)) {
      BytesLane lane = BytesLane.of(call.argument(0));
      return lane::bytes;
    }
    if (type instanceof FloatType) {
      DoubleColumn column = (DoubleColumn) call.flat(0);
      return row -> ofDouble(column.values()[row]);
    }
    ValueWriter writer = ValueWriter.of(type, TextStyle.RAW, ZoneOffset.UTC);
    return row -> {
      TextOutput text = new TextOutput();
      writer.write(call.argument(0), row, text);
      return text.toBytes();
    };
  }

  /** Floats are cut to whole numbers first. */
  private static byte[] ofDouble(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Function conv is not implemented for " + value);
    }
    return new java.math.BigDecimal(value)
        .toBigInteger()
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int base(long base) {
    if (base < 2 || base > 36) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Base is less than 2 or greater than 36 which is not supported");
    }
    return (int) base;
  }

  private static void convert(byte[] text, int from, int to, BytesBuffer out) {
    int at = 0;
    while (at < text.length && isBlank(text[at])) {
      at++;
    }
    if (at == text.length) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Number for conversion is empty");
    }
    boolean negative = text[at] == '-';
    at += negative || text[at] == '+' ? 1 : 0;
    BigInteger number = BigInteger.ZERO;
    BigInteger radix = BigInteger.valueOf(from);
    for (; at < text.length && number.bitLength() <= 64; at++) {
      int digit = text[at] < 0 ? -1 : Character.digit(text[at], from);
      if (digit < 0) {
        break;
      }
      number = number.multiply(radix).add(BigInteger.valueOf(digit));
    }
    number = number.min(LARGEST);
    if (negative) {
      number = number.negate().and(LARGEST);
    }
    byte[] digits =
        number.toString(to).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    out.write(digits, 0, digits.length);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }
}
