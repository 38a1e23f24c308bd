// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.Operands.BytesToBytes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Letter case, order of bytes, and lengths. */
final class CaseFunctions {

  private CaseFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: case and length")
        .add("lower", t -> t.withAliases("lcase").anyCase(), call -> sameType(call, mapped(false)))
        .add("upper", t -> t.withAliases("ucase").anyCase(), call -> sameType(call, mapped(true)))
        .add("lowerUTF8", call -> text(call, utf8(false)))
        .add("upperUTF8", call -> text(call, utf8(true)))
        .add("reverse", t -> t.anyCase(), CaseFunctions::reversed)
        .add("reverseUTF8", call -> text(call, CaseFunctions::reverseUtf8))
        .add("initcap", t -> t.anyCase(), call -> text(call, CaseFunctions::capitals))
        .add("firstLine", call -> text(call, CaseFunctions::firstLine))
        .add("basename", call -> text(call, CaseFunctions::basename));
  }

  /** FixedString stays FixedString; all others give String. */
  private static Bound sameType(CallSite call, BytesToBytes function) {
    call.arity(1).text(0);
    return Bound.total(call.base(0), Operands.bytes(function));
  }

  private static Bound text(CallSite call, BytesToBytes function) {
    call.arity(1).text(0);
    if (!(call.base(0) instanceof StringType)) {
      boolean cased = call.name().endsWith("erUTF8");
      throw call.refuse(
          cased ? ErrorCode.BAD_ARGUMENTS : ErrorCode.ILLEGAL_COLUMN,
          "Function " + call.name() + " cannot work with FixedString argument");
    }
    return Bound.total(StringType.INSTANCE, Operands.bytes(function));
  }

  private static BytesToBytes mapped(boolean upper) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = upper ? ByteSearch.upper((byte) i) : ByteSearch.lower((byte) i);
    }
    return (data, from, to, out) -> out.write(data, from, to - from, table);
  }

  private static BytesToBytes utf8(boolean upper) {
    return (data, from, to, out) -> {
      int start = from;
      while (start < to) {
        int end = start;
        int length;
        while (end < to && (length = Utf8.validLength(data, end, to)) > 0) {
          end += length;
        }
        if (end > start) {
          String text = new String(data, start, end - start, StandardCharsets.UTF_8);
          String mapped = upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
          byte[] bytes = mapped.getBytes(StandardCharsets.UTF_8);
          out.write(bytes, 0, bytes.length);
        }
        if (end < to) {
          out.write(data[end++]); // no text: it stays as it is
        }
        start = end;
      }
    };
  }

  private static void reverse(byte[] data, int from, int to, BytesBuffer out) {
    for (int i = to - 1; i >= from; i--) {
      out.write(data[i]);
    }
  }

  private static void reverseUtf8(byte[] data, int from, int to, BytesBuffer out) {
    byte[] reversed = new byte[to - from];
    int free = reversed.length;
    for (int i = from; i < to; ) {
      int length = sequenceLength(data[i] & 0xFF);
      length = length > to - i ? 1 : length; // what is cut off is turned byte by byte
      free -= length;
      System.arraycopy(data, i, reversed, free, length);
      i += length;
    }
    out.write(reversed, 0, reversed.length);
  }

  /** As the first byte says, whether the others follow or not. */
  private static int sequenceLength(int first) {
    if (first < 0xC0) {
      return 1;
    }
    if (first < 0xE0) {
      return 2;
    }
    return first < 0xF0 ? 3 : 4;
  }

  private static void capitals(byte[] data, int from, int to, BytesBuffer out) {
    boolean word = false;
    for (int i = from; i < to; i++) {
      byte b = data[i];
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      out.write(word ? ByteSearch.lower(b) : ByteSearch.upper(b));
      word = letter;
    }
  }

  private static void firstLine(byte[] data, int from, int to, BytesBuffer out) {
    int end = from;
    while (end < to && data[end] != '\n' && data[end] != '\r') {
      end++;
    }
    out.write(data, from, end - from);
  }

  private static void basename(byte[] data, int from, int to, BytesBuffer out) {
    int start = to;
    while (start > from && data[start - 1] != '/' && data[start - 1] != '\\') {
      start--;
    }
    out.write(data, start, to - start);
  }

  private static BoundFunction reversed(CallSite call) {
    if (call.arity(1).type(0) instanceof ArrayType) {
      Composition composition = new Composition(call);
      return composition.bound(composition.call("arrayReverse", composition.argument(0)));
    }
    return sameType(call, CaseFunctions::reverse);
  }
}
