// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printf pattern: texts and conversions in turn. */
record PercentPattern(List<Piece> pieces) {

  private static final Pattern CONVERSION =
      Pattern.compile("%([-+ #0]*)(\\d*)(?:\\.(\\d*))?(hh|h|ll|l|j|z|t|L|q)?([A-Za-z])");

  /**
   * A text, or a conversion of one argument.
   *
   * @param flags of {@code -+ #0}
   * @param width least signs, 0 for any
   * @param precision digits or most signs, -1 if not given
   * @param length hh, h, l ... or nothing
   * @param conversion the letter; 0 for a text
   */
  record Piece(
      byte[] text, String flags, int width, int precision, String length, char conversion) {

    static Piece of(byte[] text) {
      return new Piece(text, "", 0, -1, "", '\0');
    }

    boolean isText() {
      return conversion == 0;
    }

    void write(Type type, Column column, int row, BytesBuffer out) {
      byte[] body;
      int signs;
      if (CallSite.isText(type.base())) {
        byte[] value = BytesLane.of(column).bytes(row);
        body = precision < 0 ? value : TextWidth.cut(value, precision);
        signs = TextWidth.of(body);
      } else if (type.base() instanceof FloatType) {
        body = real(((DoubleColumn) column.flatten()).values()[row]);
        signs = body.length;
      } else {
        body = whole(((LongColumn) column.flatten()).values()[row]);
        signs = body.length;
      }
      boolean left = flags.contains("-");
      writeBlanks(left ? 0 : width - signs, out);
      out.write(body, 0, body.length);
      writeBlanks(left ? width - signs : 0, out);
    }

    private static void writeBlanks(int count, BytesBuffer out) {
      for (int i = 0; i < count; i++) {
        out.write(' ');
      }
    }

    private byte[] whole(long value) {
      if (conversion == 'c') {
        return new byte[] {(byte) value};
      }
      boolean signed = conversion == 'd' || conversion == 'i';
      long cut = cut(value, signed);
      boolean negative = signed && cut < 0;
      int radix = conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
      String digits =
          signed
              ? (negative ? Long.toString(cut).substring(1) : Long.toString(cut))
              : Long.toUnsignedString(cut, radix);
      if (precision == 0 && cut == 0) {
        digits = "";
      }
      digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
      String prefix = signed ? sign(negative) : base(cut, digits);
      if (flags.contains("0") && !flags.contains("-") && precision < 0) {
        digits = "0".repeat(Math.max(0, width - prefix.length() - digits.length())) + digits;
      }
      String all = prefix + digits;
      return (conversion == 'X' ? all.toUpperCase(Locale.ROOT) : all)
          .getBytes(StandardCharsets.US_ASCII);
    }

    private String base(long value, String digits) {
      if (!flags.contains("#") || value == 0) {
        return "";
      }
      return conversion == 'o'
          ? (digits.startsWith("0") ? "" : "0")
          : conversion == 'u' ? "" : "0x";
    }

    private String sign(boolean negative) {
      return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private long cut(long value, boolean signed) {
      int bits = length.equals("hh") ? 8 : length.equals("h") ? 16 : 64;
      long moved = value << 64 - bits;
      return signed ? moved >> 64 - bits : moved >>> 64 - bits;
    }

    private byte[] real(double value) {
      boolean simple = (conversion == 'f' || conversion == 'F') && !flags.contains("#");
      if (!simple) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Function printf is not implemented for %" + conversion + " of a float");
      }
      boolean negative = Double.doubleToRawLongBits(value) < 0;
      String digits;
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        digits = Double.isNaN(value) ? "nan" : "inf";
        digits = conversion == 'F' ? digits.toUpperCase(Locale.ROOT) : digits;
      } else {
        digits =
            new java.math.BigDecimal(Math.abs(value))
                .setScale(precision < 0 ? 6 : precision, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
      }
      boolean fill =
          flags.contains("0")
              && !flags.contains("-")
              && !Double.isNaN(value)
              && !Double.isInfinite(value);
      String sign = sign(negative);
      if (fill) {
        digits = "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
      }
      return (sign + digits).getBytes(StandardCharsets.US_ASCII);
    }
  }

  static PercentPattern parse(byte[] bytes, List<Type> types) {
    String pattern = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = CONVERSION.matcher(pattern);
    int at = 0;
    int argument = 1;
    while (at < pattern.length()) {
      int percent = pattern.indexOf('%', at);
      int end = percent < 0 ? pattern.length() : percent;
      if (end > at) {
        pieces.add(text(pattern.substring(at, end)));
      }
      at = end;
      if (percent >= 0 && pattern.startsWith("%%", percent)) {
        pieces.add(text("%"));
        at += 2;
      } else if (percent >= 0) {
        if (!matcher.find(percent) || matcher.start() != percent) {
          throw bad(pattern.substring(percent));
        }
        if (argument >= types.size()) {
          throw PrintFunctions.wrongCount(types.size(), pattern);
        }
        pieces.add(conversion(matcher, types.get(argument++).base()));
        at = matcher.end();
      }
    }
    if (argument != types.size()) {
      throw PrintFunctions.wrongCount(types.size(), pattern);
    }
    return new PercentPattern(pieces);
  }

  private static Piece text(String text) {
    return Piece.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Piece conversion(Matcher matcher, Type type) {
    char letter = matcher.group(5).charAt(0);
    String wanted =
        CallSite.isText(type) ? "s" : type instanceof FloatType ? "fFeEgGaA" : "dioxXuc";
    if (wanted.indexOf(letter) < 0) {
      throw bad(matcher.group());
    }
    String precision = matcher.group(3);
    return new Piece(
        new byte[0],
        matcher.group(1),
        number(matcher.group(2)),
        precision == null ? -1 : number(precision),
        matcher.group(4) == null ? "" : matcher.group(4),
        letter);
  }

  private static int number(String digits) {
    if (digits.length() > 6) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "printf with a width of " + digits + " is not implemented");
    }
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static TwinhouseException bad(String format) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Bad format " + format + " in function printf");
  }
}
