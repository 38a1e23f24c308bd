// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead into what a feed holds and takes it only when told to: the punctuation around the
 * rows of documents.
 */
final class FeedScanner {

  private static final ValueReader STRINGS =
      ValueReader.of(StringType.INSTANCE, TextStyle.JSON, ReadOptions.lenient(ZoneOffset.UTC));

  private final RecordFeed in;
  private int at;

  FeedScanner(RecordFeed in) {
    this.in = in;
  }

  /** The byte ahead behind blanks, or -1 at the end. */
  int peek() throws IOException {
    int next = in.peek(at);
    while (RowSequence.isBlank(next)) {
      next = in.peek(++at);
    }
    return next;
  }

  /** Passes blanks and then this byte, if it is there. */
  boolean skip(int expected) throws IOException {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes this byte or refuses what stands in its place. */
  void require(char expected) throws IOException {
    if (!skip(expected)) {
      int next = peek();
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '"
              + expected
              + (next < 0 ? "' at end of stream" : "' before: '" + (char) next + "'"));
    }
  }

  /** Passes a string; null if there is none. */
  @Nullable String string() throws IOException {
    if (peek() != '"') {
      return null;
    }
    int start = at++;
    for (int next = in.peek(at); next != '"'; next = in.peek(at)) {
      if (next < 0) {
        return null;
      }
      at += next == '\\' ? 2 : 1;
    }
    at++;
    byte[] bytes = bytes(start);
    ColumnBuilder text = ColumnBuilder.of(StringType.INSTANCE);
    STRINGS.read(new TextInput().over(bytes, 0, bytes.length), text);
    return ((BytesColumn) text.build()).string(0);
  }

  /** Passes a value of any kind. */
  void value() throws IOException {
    peek();
    int start = at;
    passValue();
    TextInput value = new TextInput().over(bytes(start), 0, at - start);
    SkippedField.pass(value, 1000);
    value.skipBlanks();
    if (!value.atEnd()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected ',' before: '" + (char) value.peek() + "'");
    }
  }

  /** What was passed since a position. */
  private byte[] bytes(int start) throws IOException {
    byte[] bytes = new byte[at - start];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) in.peek(start + i);
    }
    return bytes;
  }

  /** Goes to the comma or bracket behind a value, or to the end. */
  private void passValue() throws IOException {
    int depth = 0;
    while (true) {
      int next = peek();
      boolean closes = next == '}' || next == ']';
      if (next < 0 || (depth == 0 && (closes || next == ','))) {
        return;
      }
      if (next == '"') {
        if (string() == null) {
          return;
        }
      } else {
        depth += next == '{' || next == '[' ? 1 : closes ? -1 : 0;
        at++;
      }
    }
  }

  /** Takes what was passed since the last time. */
  void take() {
    in.skip(at);
    at = 0;
  }

  /** Goes back to what was taken last. */
  void forget() {
    at = 0;
  }
}
