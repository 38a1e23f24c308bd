// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.text.TextStyle;
import java.io.IOException;

/** Finds the fields of lines: tab-separated, escaped or not, or CSV with its quotes and blanks. */
final class SeparatedFields {

  private final RecordFeed in;
  private final TextStyle style;
  private final char separator;
  private final RowEnds ends;
  private int from;
  private int valueEnd;
  private int to;
  private boolean last;

  SeparatedFields(RecordFeed in, TextStyle style, char separator, RowEnds ends) {
    this.ends = ends;
    this.in = in;
    this.style = style;
    this.separator = separator;
  }

  /** Takes the next field as the feed's record. */
  void take() throws IOException {
    int length = length(0);
    last = !isSeparator(in.peek(length));
    in.take(length);
    from = in.from();
    to = in.to();
    if (isCsv()) {
      trim(in.data());
    } else if (ends.returned() && last && to > from && in.data()[to - 1] == '\r') {
      to--;
    }
    valueEnd = isEmpty() || !isCsv() || in.data()[from] != '"' ? to : closingQuote(in.data()) + 1;
  }

  /** The bytes that {@link #from()} and {@link #to()} bound; valid until the next field. */
  byte[] data() {
    return in.data();
  }

  /** Where the field begins, in CSV behind blanks. */
  int from() {
    return from;
  }

  /** Where the value ends: before {@link #to()} if more stands behind a closing quote. */
  int valueEnd() {
    return valueEnd;
  }

  /** Where the field ends, in CSV before blanks. */
  int to() {
    return to;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Whether the field is the last one of its line. */
  boolean isLast() {
    return last;
  }

  boolean isSeparator(int next) {
    return next == separator;
  }

  /** The field as a text without quotes. */
  String text() {
    return text(new String(in.data(), from, to - from, UTF_8));
  }

  /** A field that was not taken, as such a text. */
  String text(String field) {
    if (!isCsv()) {
      return field;
    }
    String text = field.strip();
    return text.startsWith("\"") ? unquoted(text) : text;
  }

  private static String unquoted(String text) {
    StringBuilder inner = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char next = text.charAt(i);
      inner.append(next);
      if (next == '"' && text.charAt(++i) != '"') {
        throw noLineEnd();
      }
    }
    if (!text.endsWith("\"")) {
      throw noLineEnd();
    }
    return inner.toString();
  }

  /** Bytes of the field {@code offset} bytes ahead, without what ends it. */
  int length(int offset) throws IOException {
    int end = offset;
    if (isCsv()) {
      while (isBlank(in.peek(end))) {
        end++;
      }
      end = in.peek(end) == '"' ? quotedEnd(end) : end;
    }
    while (!endsField(end)) {
      end += in.peek(end) == '\\' && style == TextStyle.ESCAPED && in.peek(end + 1) >= 0 ? 2 : 1;
    }
    return end - offset;
  }

  private boolean endsField(int at) throws IOException {
    int next = in.peek(at);
    return next < 0
        || next == '\n'
        || next == separator
        || (next == '\r' && isCsv() && endsLineBehindReturn(at));
  }

  private boolean endsLineBehindReturn(int at) throws IOException {
    int next = in.peek(at + 1);
    return ends.byReturn() || next < 0 || next == '\n';
  }

  /** Whether rows may have any number of fields. */
  boolean mayVary() {
    return ends.varied();
  }

  /** Whether nothing but ends of lines is left, and those are passed over. */
  boolean isTrailing() throws IOException {
    int at = 0;
    while (ends.trailing() && (in.peek(at) == '\n' || in.peek(at) == '\r')) {
      at++;
    }
    return ends.trailing() && in.peek(at) < 0;
  }

  /** Passes the end of a line, and fields before it that there is no column for. */
  void passRest() throws IOException {
    while (ends.varied() && !last) {
      passSeparator();
      take();
    }
    passLineEnd();
  }

  private int quotedEnd(int start) throws IOException {
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

  /** Passes what stands between the field at hand and the next one. */
  void passSeparator() {
    in.skip(1);
  }

  /** Passes what stands behind the field at hand; whether another field of its line follows. */
  boolean passEnd() throws IOException {
    if (last) {
      passLineEnd();
    } else {
      passSeparator();
    }
    return !last;
  }

  /** Passes the end of a line. CSV may have one more separator there, before nothing but blanks. */
  void passLineEnd() throws IOException {
    if (!isCsv() && to() > from() && data()[to() - 1] == '\r') {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "You have carriage return (\\r, 0x0D, ASCII 13) at end of row; use Unix line ends");
    }
    if (isCsv() && !last) {
      in.skip(1);
      while (isBlank(in.peek(0))) {
        in.skip(1);
      }
    }
    passLineFeed();
  }

  private void passLineFeed() throws IOException {
    boolean returned = isCsv() && in.peek(0) == '\r' && endsLineBehindReturn(0);
    int next = in.peek(returned ? 1 : 0);
    if (returned && ends.byReturn() && next != '\n') {
      in.skip(1);
      return;
    }
    if (next >= 0 && next != '\n') {
      throw isCsv()
          ? noLineEnd()
          : new TwinhouseException(
              ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
              "Cannot parse input: expected '\\n' behind the last field");
    }
    in.skip((returned ? 1 : 0) + (next < 0 ? 0 : 1));
    if (isCsv() && !returned && next == '\n' && in.peek(0) == '\r') {
      in.skip(1); // lines may end in the other order, too
    }
  }

  static TwinhouseException noLineEnd() {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, "Expected end of line");
  }

  private void trim(byte[] data) {
    while (from < to && isBlank(data[from])) {
      from++;
    }
    while (to > from && isBlank(data[to - 1])) {
      to--;
    }
  }

  /** Where the quote stands that closes the one at the field's begin. */
  private int closingQuote(byte[] data) {
    int at = from + 1;
    while (data[at] != '"' || (at + 1 < to && data[at + 1] == '"')) {
      at += data[at] == '"' ? 2 : 1;
    }
    return at;
  }

  private boolean isBlank(int value) {
    return (value == ' ' || value == '\t') && value != separator;
  }

  private boolean isCsv() {
    return style == TextStyle.CSV;
  }
}
