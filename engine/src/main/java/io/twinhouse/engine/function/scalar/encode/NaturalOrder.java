// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;

/**
 * naturalSortKey: numbers within a text have their length put before them, so that the order of
 * bytes is the order of numbers.
 */
public final class NaturalOrder {

  private static final int MOST_DIGITS = 999_999_999;

  private NaturalOrder() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Strings: natural order")
        .add("naturalSortKey", NaturalOrder::bind)
        .add("NATURAL_SORT_KEY", FunctionTraits::anyCase, NaturalOrder::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(1).string(0);
    return Bound.of(StringType.INSTANCE, Operands.bytes(NaturalOrder::write));
  }

  private static void write(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    while (at < to) {
      int digits = at;
      while (digits < to && !isDigit(data[digits])) {
        digits++;
      }
      out.write(data, at, digits - at);
      int end = digits;
      while (end < to && isDigit(data[end])) {
        end++;
      }
      if (end > digits) {
        number(data, digits, end, out);
      }
      at = end;
    }
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Without the zeros in front; of zeros alone one is left. */
  private static void number(byte[] data, int from, int to, BytesBuffer out) {
    int start = from;
    while (start < to - 1 && data[start] == '0') {
      start++;
    }
    byte[] prefix = prefix(to - start).getBytes(StandardCharsets.US_ASCII);
    out.write(prefix, 0, prefix.length);
    out.write(data, start, to - start);
  }

  /** Prefixes are in the order of lengths, none of them the start of another. */
  private static String prefix(int digits) {
    int more = digits - 1;
    if (more < 8) {
      return Integer.toString(more);
    }
    if (more < 20) {
      return Integer.toString(more + 72);
    }
    if (more < 99) {
      return Integer.toString(more + 900);
    }
    if (digits > MOST_DIGITS) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "Too long sequence of digits to encode for natural sorting, current length is " + digits);
    }
    String length = Integer.toString(digits);
    return "999" + length.length() + length;
  }
}
