// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads lines of tab- or comma-separated fields. */
final class SeparatedReader extends TextRowReader {

  private static final int SKIPPED = -1;

  private final Header header;
  private final boolean csv;
  private final char separator;
  private final boolean raw;
  private final boolean skipsUnknown;
  private final byte[] nullText;
  private final long skippedLines;
  private final boolean detectsHeader;
  private int[] columnOfField;

  SeparatedReader(
      Header header, TextStyle style, Schema columns, FormatSettings settings, InputStream data) {
    super(columns, style, settings, data);
    this.header = header;
    this.csv = style == TextStyle.CSV;
    this.separator = csv ? settings.csvDelimiter() : '\t';
    this.skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
    this.raw = style == TextStyle.RAW;
    String kind = csv ? "csv" : "tsv";
    this.nullText = settings.text("format_" + kind + "_null_representation", "\\N").getBytes(UTF_8);
    this.skippedLines = settings.number("input_format_" + kind + "_skip_first_lines", 0);
    this.detectsHeader = settings.flag("input_format_" + kind + "_detect_header", true);
    this.columnOfField = new int[columns.size()];
    for (int i = 0; i < columnOfField.length; i++) {
      columnOfField[i] = i;
    }
  }

  @Override
  protected Schema header(RecordFeed in, Schema columns) throws IOException {
    skipLines(in);
    Header found = header == Header.NONE && detectsHeader ? detected(in, columns) : header;
    if (!found.names() || in.peek(0) < 0) {
      return columns;
    }
    List<Field> fields = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    boolean last = false;
    while (!last) {
      last = takeField(in);
      String name = plainText(in);
      int index = columns.indexOf(name);
      if (index < 0 && !skipsUnknown) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Unknown field found in format header: '" + name + "' at position " + targets.size());
      }
      if (index >= 0 && fields.contains(columns.field(index))) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Duplicate field found while parsing format header: " + name);
      }
      targets.add(index < 0 ? SKIPPED : fields.size());
      if (index >= 0) {
        fields.add(columns.field(index));
      }
      in.skip(last ? lineEnd(in) : 1);
    }
    columnOfField = targets.stream().mapToInt(Integer::intValue).toArray();
    if (found.types()) {
      types(in, fields);
    }
    return new Schema(fields);
  }

  private void skipLines(RecordFeed in) throws IOException {
    for (long i = 0; i < skippedLines && in.peek(0) >= 0; i++) {
      while (!takeField(in)) {
        in.skip(1);
      }
      in.skip(lineEnd(in));
    }
  }

  /** The header that the lines ahead are, without passing them. */
  private Header detected(RecordFeed in, Schema columns) throws IOException {
    List<String> names = new ArrayList<>();
    int end = in.peek(0) < 0 ? 0 : look(in, 0, names);
    if (names.isEmpty() || !columns.names().containsAll(names)) {
      return Header.NONE;
    }
    List<String> types = new ArrayList<>();
    if (in.peek(end) >= 0) {
      look(in, end, types);
    }
    boolean typed = types.size() == names.size() && types.stream().allMatch(HeaderTypes::isType);
    return typed ? Header.NAMES_AND_TYPES : Header.NAMES;
  }

  /** Adds the fields of the line at {@code offset}; returns where the next line begins. */
  private int look(RecordFeed in, int offset, List<String> fields) throws IOException {
    int at = offset;
    while (true) {
      int length = fieldLength(in, at);
      byte[] field = new byte[length];
      for (int i = 0; i < length; i++) {
        field[i] = (byte) in.peek(at + i);
      }
      String text = new String(field, UTF_8);
      fields.add(unquoted(csv ? text.strip() : text));
      at += length;
      int next = in.peek(at);
      if (next != separator) {
        return next < 0 ? at : at + (next == '\r' ? 2 : 1);
      }
      at++;
    }
  }

  private void types(RecordFeed in, List<Field> fields) throws IOException {
    boolean last = false;
    for (int i = 0; !last; i++) {
      last = takeField(in);
      int target = i < columnOfField.length ? columnOfField[i] : SKIPPED;
      if (target != SKIPPED) {
        HeaderTypes.check(fields.get(target), plainText(in));
      }
      in.skip(last ? lineEnd(in) : 1);
    }
  }

  private String plainText(RecordFeed in) {
    String text = new String(in.data(), in.from(), in.to() - in.from(), UTF_8);
    return unquoted(csv ? text.strip() : text);
  }

  private String unquoted(String text) {
    boolean quoted = csv && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (in.peek(0) < 0) {
      return false;
    }
    for (int i = 0; i < columnOfField.length; i++) {
      boolean last = takeField(in);
      if (columnOfField[i] != SKIPPED) {
        field(in, columnOfField[i]);
      }
      if (last != (i == columnOfField.length - 1)) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
            "Cannot parse input: expected "
                + (last ? (csv ? "','" : "'\\t'") : "'\\n'")
                + " behind field "
                + (i + 1)
                + " of "
                + columnOfField.length);
      }
      in.skip(last ? lineEnd(in) : 1);
    }
    return true;
  }

  private void field(RecordFeed in, int column) {
    int from = in.from();
    int to = in.to();
    if (!csv) {
      tabField(in.data(), from, to, column);
      return;
    }
    if (to > from && in.data()[from] != '"') {
      while (to > from && isBlank(in.data()[to - 1])) {
        to--;
      }
      while (from < to && isBlank(in.data()[from])) {
        from++;
      }
    }
    if (to > from && !isNull(in.data(), from, to)) {
      reader(column).readWhole(in.data(), from, to, builder(column));
    } else {
      appendNull(column);
    }
  }

  private void tabField(byte[] data, int from, int to, int column) {
    if (to > from && data[to - 1] == '\r') {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "You have carriage return (\\r, 0x0D, ASCII 13) at end of row; use Unix line ends");
    }
    if (isNull(data, from, to)) {
      appendNull(column);
    } else if (to == from) {
      empty(column);
    } else {
      reader(column).readWhole(data, from, to, builder(column));
    }
  }

  private boolean isNull(byte[] data, int from, int to) {
    return Arrays.equals(data, from, to, nullText, 0, nullText.length);
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t';
  }

  /** Takes the next field as the record; true if it is the last of its line. */
  private boolean takeField(RecordFeed in) throws IOException {
    int length = fieldLength(in, 0);
    boolean last = in.peek(length) != separator;
    in.take(length);
    return last;
  }

  /** Bytes of the field {@code offset} bytes ahead, without what ends it. */
  private int fieldLength(RecordFeed in, int offset) throws IOException {
    int end = offset;
    if (csv && in.peek(offset) == '"') {
      end = quotedEnd(in, offset);
    }
    while (true) {
      int next = in.peek(end);
      if (next < 0 || next == '\n' || next == separator) {
        return end - offset;
      }
      if (csv && next == '\r' && in.peek(end + 1) == '\n') {
        return end - offset;
      }
      end += next == '\\' && !csv && !raw && in.peek(end + 1) >= 0 ? 2 : 1;
    }
  }

  private static int quotedEnd(RecordFeed in, int start) throws IOException {
    int at = start + 1;
    while (true) {
      int next = in.peek(at++);
      if (next < 0) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_QUOTED_STRING,
            "Cannot parse quoted string: expected closing quote '\"'");
      }
      if (next == '"') {
        if (in.peek(at) != '"') {
          return at;
        }
        at++;
      }
    }
  }

  private static int lineEnd(RecordFeed in) throws IOException {
    if (in.peek(0) < 0) {
      return 0;
    }
    return in.peek(0) == '\r' ? 2 : 1;
  }
}
