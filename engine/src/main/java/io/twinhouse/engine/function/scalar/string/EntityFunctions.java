// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** XML's entities read back, words with capitals in any script, and the entropy of bytes. */
final class EntityFunctions {

  private static final int LONGEST_NAME = 8;
  private static final int LONGEST_HTML_NAME = 31;

  private static final Map<String, Integer> ENTITIES =
      Map.of("lt", 60, "gt", 62, "amp", 38, "apos", 39, "quot", 34);

  /** Letters and digits below U+0530 whose case or kind the server sees otherwise. */
  private static final String ODD =
      "\u00B2\u00B3\u00B5\u00B9\u00BC\u00BD\u00BE\u00DF\u0130\u0131\u017F\u01C5"
          + "\u01C8\u01CB\u01F2\u023A\u023E\u023F\u0240\u0250\u0251\u0252\u025C\u0261"
          + "\u0265\u0266\u026A\u026B\u026C\u0271\u027D\u0282\u0287\u029D\u029E\u0345"
          + "\u03B9\u03BC\u03C2\u03D0\u03D1\u03D5\u03D6\u03F0\u03F1\u03F5";

  private EntityFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: entities")
        .add("decodeXMLComponent", call -> text(call, EntityFunctions::decode))
        .add("decodeHTMLComponent", call -> text(call, EntityFunctions::decodeHtml))
        .add("caseFoldUTF8", EntityFunctions::foldedCase)
        .add("initcapUTF8", call -> text(call, EntityFunctions::capitals))
        .add("stringBytesEntropy", EntityFunctions::entropy);
  }

  private static BoundFunction text(CallSite call, Operands.BytesToBytes function) {
    call.arity(1).text(0);
    if (!(call.base(0) instanceof StringType)) {
      boolean cased = call.name().endsWith("UTF8");
      throw call.refuse(
          cased ? ErrorCode.BAD_ARGUMENTS : ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function " + call.name() + " cannot work with FixedString argument");
    }
    return Bound.of(StringType.INSTANCE, Operands.bytes(function));
  }

  private static void decode(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    while (at < to) {
      int end = data[at] == '&' ? end(data, at + 1, to, LONGEST_NAME) : -1;
      int point = end < 0 ? -1 : point(data, at + 1, end);
      if (point < 0) {
        out.write(data[at++]);
      } else {
        write(point, out);
        at = end + 1;
      }
    }
  }

  private static void decodeHtml(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    while (at < to) {
      int end = data[at] == '&' ? end(data, at + 1, to, LONGEST_HTML_NAME) : -1;
      byte[] named = end < 0 ? null : CharacterTables.htmlEntity(data, at + 1, end);
      boolean number = end >= 0 && end - at - 1 <= LONGEST_NAME && data[at + 1] == '#';
      int point = number ? point(data, at + 1, end) : -1;
      if (named != null) {
        out.write(named, 0, named.length);
        at = end + 1;
      } else if (point >= 0) {
        write(point, out);
        at = end + 1;
      } else {
        out.write(data[at++]);
      }
    }
  }

  private static BoundFunction foldedCase(CallSite call) {
    call.arity(1).text(0);
    if (!(call.base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN, "Cannot apply function caseFoldUTF8 to fixed string");
    }
    return Bound.of(StringType.INSTANCE, Operands.bytes(EntityFunctions::fold));
  }

  private static void fold(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    while (at < to) {
      int length = Utf8.validLength(data, at, to);
      if (length < 1) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_NORMALIZE_STRING,
            "caseFoldUTF8 failed (strFromUTF8): U_INVALID_CHAR_FOUND");
      }
      byte[] folded = CharacterTables.folded(Utf8.point(data, at, length));
      if (folded == null) {
        out.write(data, at, length);
      } else {
        out.write(folded, 0, folded.length);
      }
      at += length;
    }
  }

  /** Where a name ends that is no longer than any entity's; -1 if it does not. */
  private static int end(byte[] data, int from, int to, int longest) {
    int reach = Math.min(to, from + longest + 1);
    return ByteSearch.find(data, from, reach, new byte[] {';'});
  }

  /** The code point that an entity stands for; negative if it is none. */
  private static int point(byte[] data, int from, int to) {
    String name = new String(data, from, to - from, StandardCharsets.ISO_8859_1);
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, -1);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    String digits = name.substring(hex ? 2 : 1);
    if (!digits.matches(hex ? "[0-9a-fA-F]{1,8}" : "[0-9]{1,9}")) {
      return -1;
    }
    long point = Long.parseLong(digits, hex ? 16 : 10);
    return point > Character.MAX_CODE_POINT ? -1 : (int) point;
  }

  /** Writes a code point, halves of pairs included, which the server writes as they are. */
  private static void write(int point, BytesBuffer out) {
    if (Character.getType(point) != Character.SURROGATE) {
      byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
      return;
    }
    out.write(0xE0 | point >> 12);
    out.write(0x80 | (point >> 6 & 0x3F));
    out.write(0x80 | (point & 0x3F));
  }

  private static void capitals(byte[] data, int from, int to, BytesBuffer out) {
    boolean word = false;
    int at = from;
    while (at < to) {
      int length = Utf8.validLength(data, at, to);
      if (length == 0) {
        out.write(data[at++]);
        word = false;
        continue;
      }
      int point = Utf8.point(data, at, length);
      checkKnown(point);
      boolean letter = Character.isLetterOrDigit(point);
      int cased = word ? Character.toLowerCase(point) : Character.toUpperCase(point);
      byte[] bytes = Character.toString(cased).getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
      word = letter;
      at += length;
    }
  }

  /** Refuses letters whose case the server's own, older table has otherwise, or may have. */
  private static void checkKnown(int point) {
    boolean known =
        point < 0x530
            ? ODD.indexOf(point) < 0
            : (point >= 0x2010 && point < 0x2070)
                || (point >= 0x3040 && point < 0x3100)
                || (point >= 0x4E00 && point < 0x9FA6)
                || (point >= 0xAC00 && point < 0xD7A4);
    if (!known) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function initcapUTF8 is not implemented for the character " + Character.toString(point));
    }
  }

  private static BoundFunction entropy(CallSite call) {
    call.arity(1).text(0);
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> entropy(texts.data(), texts.start(row), texts.end(row));
            }));
  }

  private static double entropy(byte[] data, int from, int to) {
    int[] counts = new int[256];
    for (int i = from; i < to; i++) {
      counts[data[i] & 0xFF]++;
    }
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / (to - from);
        entropy -= share * Exponential.log2(share);
      }
    }
    return entropy;
  }
}
