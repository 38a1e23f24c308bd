// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tskv;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads names and values in any order; those of names that the table does not have are skipped. */
final class TskvReader extends TextRowReader {
  private final boolean skipsUnknown;

  TskvReader(Schema columns, FormatSettings settings, InputStream data) {
    super(columns, TextStyle.ESCAPED, settings, data);
    skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (in.peek(0) < 0) {
      return false;
    }
    if (in.peek(0) == '\n') {
      in.skip(1);
      return true;
    }
    boolean last = false;
    while (!last) {
      String name = name(in);
      in.take(lengthTo(in, '\t', '\n'));
      value(in, name);
      int end = in.peek(0);
      if (end < 0) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_READ_ALL_DATA,
            "Unexpected end of stream after field in TSKV format: " + name);
      }
      in.skip(1);
      last = end == '\n';
    }
    return true;
  }

  private void value(RecordFeed in, String name) {
    int column = schema().indexOf(name);
    if (column < 0) {
      if (!skipsUnknown) {
        throw refused("Unknown field found while parsing TSKV format: " + name);
      }
      return;
    }
    if (has(column)) {
      throw refused("Duplicate field found while parsing TSKV format: " + name);
    }
    readField(column, in.data(), in.from(), in.to());
  }

  /** Passes a name and the sign behind it; the word tskv alone may stand before a row. */
  private static String name(RecordFeed in) throws IOException {
    in.take(lengthTo(in, '=', '\t'));
    String name = unescaped(in.data(), in.from(), in.to());
    int end = in.peek(0);
    if (end == '\t' && name.equals("tskv")) {
      in.skip(1);
      return name(in);
    }
    if (end != '=') {
      throw refused("Found field without value while parsing TSKV format: " + name.strip());
    }
    in.skip(1);
    return name;
  }

  private static int lengthTo(RecordFeed in, char one, char other) throws IOException {
    int length = 0;
    for (int next = in.peek(0);
        next >= 0 && next != one && next != other && next != '\n';
        next = in.peek(length)) {
      length += next == '\\' && in.peek(length + 1) >= 0 ? 2 : 1;
    }
    return length;
  }

  private static String unescaped(byte[] data, int from, int to) {
    StringBuilder name = new StringBuilder();
    String text = new String(data, from, to - from, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        int code = "bfnrt0".indexOf(escaped);
        next = code < 0 ? escaped : "\b\f\n\r\t\0".charAt(code);
      }
      name.append(next);
    }
    return name.toString();
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, message);
  }
}
