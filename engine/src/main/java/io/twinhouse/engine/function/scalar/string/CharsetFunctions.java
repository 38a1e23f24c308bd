// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** convertCharset between the character sets that everyone reads alike. */
final class CharsetFunctions {

  /** Stands for a character that a set of single bytes lacks. */
  private static final byte[] SUBSTITUTE = {0x1A};

  private static final Set<String> KNOWN =
      Set.of(
          "utf-8",
          "us-ascii",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-5",
          "iso-8859-15",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "koi8-r");

  /**
   * From and to of what is no sign to see: sets of single bytes keep some of these as bytes that
   * they do not define and leave out others.
   */
  private static final int[] ODD = {
    0x80, 0x9F, 0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2060, 0x206F,
    0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0xE0000, 0x10FFFF
  };

  private CharsetFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: character sets")
        .add("convertCharset", CharsetFunctions::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(3).string(0);
    Charset from = charset(call, 1);
    Charset to = charset(call, 2);
    return Bound.of(
        StringType.INSTANCE,
        Operands.bytes((data, start, end, out) -> convert(call, from, to, data, start, end, out)));
  }

  private static Charset charset(CallSite call, int index) {
    String name = call.constantText(index).toLowerCase(Locale.ROOT);
    if (!KNOWN.contains(name)) {
      throw call.notImplemented("the character set '" + name + "'");
    }
    return Charset.forName(name);
  }

  private static boolean isOdd(int point) {
    boolean odd = Character.getType(point) == Character.FORMAT;
    for (int i = 0; i < ODD.length; i += 2) {
      odd |= point >= ODD[i] && point <= ODD[i + 1];
    }
    return odd;
  }

  private static void convert(
      CallSite call, Charset from, Charset to, byte[] data, int start, int end, BytesBuffer out) {
    try {
      CharBuffer text =
          from.newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(data, start, end - start));
      if (to.equals(StandardCharsets.UTF_8)) {
        byte[] bytes = text.toString().getBytes(to);
        out.write(bytes, 0, bytes.length);
        return;
      }
      if (text.codePoints().anyMatch(CharsetFunctions::isOdd)) {
        throw call.notImplemented("control characters in the character set " + to.name());
      }
      ByteBuffer bytes =
          to.newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith(SUBSTITUTE)
              .encode(text);
      out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    } catch (CharacterCodingException e) {
      throw call.notImplemented("bytes that are no text of the character set " + from.name());
    }
  }
}
