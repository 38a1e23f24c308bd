// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneOffset;

/** Strings in each style. */
final class StringCells {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** With the server's defaults. */
  static final StringCells PLAIN = of(WriteOptions.of(ZoneOffset.UTC));

  private final boolean escapeSlashes;
  private final boolean doubledQuotes;
  private final boolean trims;
  private final int jsonIndent;

  private StringCells(WriteOptions options) {
    escapeSlashes = options.json().escapeSlashes();
    doubledQuotes = options.text().doubledQuotes();
    trims = options.text().trimFixedStrings();
    jsonIndent = options.text().jsonIndent();
  }

  static StringCells of(WriteOptions options) {
    return new StringCells(options);
  }

  CellWriter writer(Type type, TextStyle style) {
    if (type instanceof AggregateFunctionType state) {
      state.checkShown();
    }
    if (style == TextStyle.RAW && jsonIndent > 0 && type instanceof JsonType) {
      return laidOut();
    }
    if (type instanceof JsonType) {
      return unmarked(style);
    }
    boolean trimmed = trims && type instanceof FixedStringType;
    return (column, row, out) -> {
      if (column instanceof DictionaryColumn coded) {
        byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
        int end = trimmed ? trimmedEnd(entry, 0, entry.length) : entry.length;
        write(entry, 0, end, style, out);
      } else {
        BytesColumn bytes = (BytesColumn) column;
        int from = bytes.offsets()[row];
        int to = bytes.offsets()[row + 1];
        write(bytes.data(), from, trimmed ? trimmedEnd(bytes.data(), from, to) : to, style, out);
      }
    };
  }

  private CellWriter unmarked(TextStyle style) {
    TextOutput shown = new TextOutput();
    boolean bare = style == TextStyle.JSON || style == TextStyle.RAW;
    return (column, row, out) -> {
      BytesColumn bytes = (BytesColumn) column.flatten();
      int from = bytes.offsets()[row];
      int to = bytes.offsets()[row + 1];
      if (bare) {
        JsonMarks.write(bytes.data(), from, to, out);
      } else {
        shown.reset();
        JsonMarks.write(bytes.data(), from, to, shown);
        write(shown.data(), 0, shown.length(), style, out);
      }
    };
  }

  private static int trimmedEnd(byte[] data, int from, int to) {
    int end = to;
    while (end > from && data[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private CellWriter laidOut() {
    IndentedValue.Layout layout = new IndentedValue.Layout(' ', jsonIndent, 0);
    return (column, row, out) -> {
      BytesColumn bytes = (BytesColumn) column.flatten();
      layout.write(bytes.data(), bytes.offsets()[row], bytes.offsets()[row + 1], 0, out);
    };
  }

  void write(byte[] data, int from, int to, TextStyle style, TextOutput out) {
    switch (style) {
      case RAW -> out.put(data, from, to - from);
      case ESCAPED -> escaped(data, from, to, '\\', out);
      case QUOTED -> {
        out.put('\'');
        escaped(data, from, to, doubledQuotes ? '\'' : '\\', out);
        out.put('\'');
      }
      case CSV -> csv(data, from, to, out);
      case JSON -> json(data, from, to, out);
    }
  }

  private static void escaped(byte[] data, int from, int to, int quoteMark, TextOutput out) {
    int start = from;
    for (int at = from; at < to; at++) {
      int escape = escapeOf(data[at]);
      // where quotes are doubled a backslash escapes nothing, and the server leaves it alone
      if (escape != 0 && !(escape == '\\' && quoteMark == '\'')) {
        out.put(data, start, at - start).put(escape == '\'' ? quoteMark : '\\').put(escape);
        start = at + 1;
      }
    }
    out.put(data, start, to - start);
  }

  private static int escapeOf(byte value) {
    return switch (value) {
      case '\b' -> 'b';
      case '\f' -> 'f';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case '\t' -> 't';
      case 0 -> '0';
      case '\\' -> '\\';
      case '\'' -> '\'';
      default -> 0;
    };
  }

  private static void csv(byte[] data, int from, int to, TextOutput out) {
    out.put('"');
    int start = from;
    for (int at = from; at < to; at++) {
      if (data[at] == '"') {
        out.put(data, start, at - start + 1);
        start = at;
      }
    }
    out.put(data, start, to - start).put('"');
  }

  private void json(byte[] data, int from, int to, TextOutput out) {
    out.put('"');
    for (int at = from; at < to; at++) {
      int value = data[at];
      switch (value) {
        case '\b' -> out.put('\\').put('b');
        case '\f' -> out.put('\\').put('f');
        case '\n' -> out.put('\\').put('n');
        case '\r' -> out.put('\\').put('r');
        case '\t' -> out.put('\\').put('t');
        case '"', '\\' -> out.put('\\').put(value);
        case '/' -> out.put(escapeSlashes ? "\\/" : "/");
        default -> at = jsonOther(data, at, to, out);
      }
    }
    out.put('"');
  }

  private static int jsonOther(byte[] data, int at, int to, TextOutput out) {
    int value = data[at];
    if (value >= 0 && value < 0x20) {
      out.put("\\u00").put(HEX[value >> 4]).put(HEX[value & 15]);
      return at;
    }
    boolean separator =
        value == (byte) 0xE2
            && at + 2 < to
            && data[at + 1] == (byte) 0x80
            && (data[at + 2] & 0xFE) == 0xA8;
    if (separator) {
      out.put(data[at + 2] == (byte) 0xA8 ? "\\u2028" : "\\u2029");
      return at + 2;
    }
    out.put(value);
    return at;
  }
}
