// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.scalar.number.NumberTypes;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** Numbers for people to read. */
public final class ReadableFunctions {

  private static final int DIGITS = 2;

  private static final int MOST_DIGITS = 100;

  private static final String[] BINARY = {
    " B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB", " ZiB", " YiB"
  };
  private static final String[] DECIMAL = {
    " B", " KB", " MB", " GB", " TB", " PB", " EB", " ZB", " YB"
  };
  private static final String[] WORDS = {
    "",
    " thousand",
    " million",
    " billion",
    " trillion",
    " quadrillion",
    " quintillion",
    " sextillion",
    " septillion",
    " octillion",
    " nonillion",
    " decillion",
    " undecillion",
    " duodecillion",
    " tredecillion",
    " quattuordecillion",
    " quindecillion",
    " sexdecillion",
    " septendecillion",
    " octodecillion",
    " novemdecillion",
    " vigintillion"
  };

  private ReadableFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Readable numbers");
    family.add(
        "formatReadableSize",
        t -> t.withAliases("FORMAT_BYTES").anyCase(),
        call -> bind(call, BINARY, 1024));
    family.add("formatReadableDecimalSize", call -> bind(call, DECIMAL, 1000));
    family.add("formatReadableQuantity", call -> bind(call, WORDS, 1000));
    family.add("formatReadableTimeDelta", TimeDelta::bind);
    return family;
  }

  private static BoundFunction bind(CallSite call, String[] units, double step) {
    Type type = call.arity(1, 2).base(0);
    if (!NumberTypes.isNumber(type)) {
      throw call.illegal(0);
    }
    int digits = call.size() == 1 ? DIGITS : digits(call);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            byte[] text =
                text(lane.at(row), units, step, digits).getBytes(StandardCharsets.US_ASCII);
            out.append(text, 0, text.length);
          }
          return out.toColumn(null);
        });
  }

  private static int digits(CallSite call) {
    boolean small = call.base(1).equals(IntegerType.UINT8) || call.base(1) instanceof BoolType;
    if (!small || call.constant(1) == null) {
      throw call.illegal(1);
    }
    long digits = call.constantLong(1);
    if (digits > MOST_DIGITS) {
      throw call.refuse(
          ErrorCode.CANNOT_PRINT_FLOAT_OR_DOUBLE_NUMBER,
          "Too high precision requested, must not be more than " + MOST_DIGITS + ", got " + digits);
    }
    return (int) digits;
  }

  private static String text(double value, String[] units, double step, int digits) {
    double rest = value;
    int unit = 0;
    while (unit + 1 < units.length && Math.abs(rest) >= step) {
      rest /= step;
      unit++;
    }
    if (Double.isNaN(rest) || Double.isInfinite(rest)) {
      return (Double.isNaN(rest) ? "nan" : rest > 0 ? "inf" : "-inf") + units[unit];
    }
    if (Math.abs(rest) >= 1e60) {
      TextOutput shortest = new TextOutput();
      ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC)
          .write(DoubleColumn.of(rest), 0, shortest);
      return new String(shortest.toBytes(), StandardCharsets.US_ASCII) + units[unit];
    }
    BigDecimal rounded = new BigDecimal(rest).setScale(digits, RoundingMode.HALF_UP);
    boolean negativeZero = rounded.signum() == 0 && Double.doubleToRawLongBits(rest) < 0;
    return (negativeZero ? "-" : "") + rounded.toPlainString() + units[unit];
  }
}
