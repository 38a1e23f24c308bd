// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Values behind the first {@code "name":} of a text, without a look at what stands around it: only
 * right for JSON without blanks, and so on purpose.
 */
final class SimpleJson {

  private SimpleJson() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("JSON: simple");
    number(family, "simpleJSONHas", "visitParamHas", IntegerType.UINT8, (d, at, to) -> 1);
    number(
        family,
        "simpleJSONExtractUInt",
        "visitParamExtractUInt",
        IntegerType.UINT64,
        (d, at, to) -> integer(d, at, to, false));
    number(
        family,
        "simpleJSONExtractInt",
        "visitParamExtractInt",
        IntegerType.INT64,
        (d, at, to) -> integer(d, at, to, true));
    number(
        family,
        "simpleJSONExtractBool",
        "visitParamExtractBool",
        IntegerType.UINT8,
        SimpleJson::isTrue);
    add(family, "simpleJSONExtractFloat", "visitParamExtractFloat", SimpleJson::floating);
    text(family, "simpleJSONExtractRaw", "visitParamExtractRaw", SimpleJson::raw);
    text(family, "simpleJSONExtractString", "visitParamExtractString", SimpleJson::string);
    return family;
  }

  private static void add(FunctionFamily family, String name, String alias, Binder binder) {
    family.add(name, t -> t.withAliases(alias), binder);
  }

  /** A number made of the value that begins at {@code at}. */
  private interface Number {
    long of(byte[] data, int at, int to);
  }

  /** Writes what the value that begins at {@code at} stands for. */
  private interface Text {
    void write(byte[] data, int at, int to, BytesBuffer out);
  }

  private static byte[] needle(CallSite call) {
    call.arity(2);
    if (call.base(0) instanceof FixedStringType) {
      throw call.illegal(0);
    }
    call.text(0);
    return ("\"" + call.constantText(1) + "\":").getBytes(StandardCharsets.UTF_8);
  }

  private static void number(
      FunctionFamily family, String name, String alias, Type type, Number number) {
    add(
        family,
        name,
        alias,
        call -> {
          byte[] needle = needle(call);
          return Bound.total(
              type,
              RowKernels.longs(
                  invocation -> {
                    BytesLane lane = BytesLane.of(invocation.argument(0));
                    return row -> {
                      int at = behind(lane, row, needle);
                      return at < 0 ? 0 : number.of(lane.data(), at, lane.end(row));
                    };
                  }));
        });
  }

  private static void text(FunctionFamily family, String name, String alias, Text text) {
    add(
        family,
        name,
        alias,
        call -> {
          byte[] needle = needle(call);
          return Bound.total(
              StringType.INSTANCE,
              RowKernels.bytes(
                  invocation -> {
                    BytesLane lane = BytesLane.of(invocation.argument(0));
                    return (row, out) -> {
                      int at = behind(lane, row, needle);
                      if (at >= 0) {
                        text.write(lane.data(), at, lane.end(row), out);
                      }
                    };
                  }));
        });
  }

  private static Bound floating(CallSite call) {
    byte[] needle = needle(call);
    return Bound.total(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              BytesLane lane = BytesLane.of(invocation.argument(0));
              return row -> {
                int at = behind(lane, row, needle);
                return at < 0 ? 0 : floating(lane.data(), at, lane.end(row));
              };
            }));
  }

  /** Where the value behind the name begins; negative if the name is not there. */
  private static int behind(BytesLane lane, int row, byte[] needle) {
    byte[] data = lane.data();
    int last = lane.end(row) - needle.length;
    for (int at = lane.start(row); at <= last; at++) {
      int same = 0;
      while (same < needle.length && data[at + same] == needle[same]) {
        same++;
      }
      if (same == needle.length) {
        return at + same;
      }
    }
    return -1;
  }

  private static long isTrue(byte[] data, int at, int to) {
    boolean found =
        to - at >= 4
            && data[at] == 't'
            && data[at + 1] == 'r'
            && data[at + 2] == 'u'
            && data[at + 3] == 'e';
    return found ? 1 : 0;
  }

  private static long integer(byte[] data, int from, int to, boolean signed) {
    int at = from < to && data[from] == '"' ? from + 1 : from;
    boolean negative = signed && at < to && data[at] == '-';
    boolean sign = negative || (at < to && data[at] == '+');
    return digits(data, sign ? at + 1 : at, to, negative, signed);
  }

  /** The number of the digits, 0 if it does not fit. */
  private static long digits(byte[] data, int from, int to, boolean negative, boolean signed) {
    long small = 0;
    int at = from;
    while (at < to && data[at] >= '0' && data[at] <= '9') {
      small = small * 10 + data[at++] - '0';
    }
    if (at - from <= 18) {
      return negative ? -small : small;
    }
    BigInteger value =
        new BigInteger(new String(data, from, at - from, StandardCharsets.ISO_8859_1));
    value = negative ? value.negate() : value;
    int bits = signed ? value.bitLength() + 1 : value.bitLength();
    return bits > 64 ? 0 : value.longValue();
  }

  private static double floating(byte[] data, int from, int to) {
    int at = from < to && data[from] == '"' ? from + 1 : from;
    String rest =
        new String(data, at, Math.min(to - at, 400), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    boolean negative = rest.startsWith("-");
    String bare = negative || rest.startsWith("+") ? rest.substring(1) : rest;
    if (bare.startsWith("nan")) {
      return Double.NaN;
    }
    if (bare.startsWith("inf")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    int end = floatEnd(bare);
    double value = end == 0 ? 0 : Double.parseDouble(bare.substring(0, end));
    return negative ? -value : value;
  }

  /** How many characters are a number; an exponent needs digits. */
  private static int floatEnd(String text) {
    int digits = 0;
    int at = 0;
    boolean point = false;
    while (at < text.length() && (isDigit(text, at) || (text.charAt(at) == '.' && !point))) {
      point |= text.charAt(at) == '.';
      digits += isDigit(text, at) ? 1 : 0;
      at++;
    }
    if (digits == 0) {
      return 0;
    }
    if (at < text.length() && text.charAt(at) == 'e') {
      int behind = at + 1;
      boolean sign =
          behind < text.length() && (text.charAt(behind) == '-' || text.charAt(behind) == '+');
      behind += sign ? 1 : 0;
      if (isDigit(text, behind)) {
        while (isDigit(text, behind)) {
          behind++;
        }
        return behind;
      }
    }
    return at;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Up to the comma or bracket that ends the value; brackets count inside of strings too. */
  private static void raw(byte[] data, int from, int to, BytesBuffer out) {
    byte[] open = new byte[16];
    int depth = 0;
    for (int at = from; at < to; at++) {
      int next = data[at];
      if (depth > 0 && next == open[depth - 1]) {
        depth--;
        continue;
      }
      int closing = next == '[' ? ']' : next == '{' ? '}' : next == '"' ? '"' : 0;
      if (closing != 0) {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = (byte) closing;
      } else if (next == '\\') {
        at += at + 1 < to && data[at + 1] == '"' ? 1 : 0;
      } else if (depth == 0 && (next == ',' || next == '}')) {
        out.write(data, from, at - from);
        return;
      }
    }
  }

  /** The string that begins here without its escapes; nothing if it is broken. */
  private static void string(byte[] data, int from, int to, BytesBuffer out) {
    if (from >= to || data[from] != '"') {
      return;
    }
    StringBuilder text = new StringBuilder();
    int at = from + 1;
    while (at < to && data[at] != '"') {
      if (data[at] != '\\') {
        text.append((char) (data[at++] & 0xFF));
        continue;
      }
      at = escape(data, at + 1, to, text);
      if (at < 0) {
        return;
      }
    }
    if (at < to) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      out.write(bytes, 0, bytes.length);
    }
  }

  private static int escape(byte[] data, int at, int to, StringBuilder text) {
    if (at >= to) {
      return -1;
    }
    if (data[at] != 'u') {
      text.append(
          switch (data[at]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) (data[at] & 0xFF);
          });
      return at + 1;
    }
    int unit = JsonScanner.hex4(data, at + 1, to);
    if (unit < 0 || Character.isLowSurrogate((char) unit)) {
      return -1;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      append(String.valueOf((char) unit), text);
      return at + 5;
    }
    boolean paired = at + 6 < to && data[at + 5] == '\\' && data[at + 6] == 'u';
    int low = paired ? JsonScanner.hex4(data, at + 7, to) : -1;
    if (low < 0 || !Character.isLowSurrogate((char) low)) {
      return -1;
    }
    append(new String(new char[] {(char) unit, (char) low}), text);
    return at + 11;
  }

  /** Appends the UTF-8 bytes, one char a byte. */
  private static void append(String piece, StringBuilder text) {
    text.append(new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
