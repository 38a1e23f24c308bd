// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/**
 * Reads values of one type from text as ClickHouse does. Not thread-safe.
 *
 * <p>RAW, ESCAPED and CSV read the text of one whole field, which the caller has found; QUOTED and
 * JSON find the end of the value themselves and leave the cursor behind it.
 */
public final class ValueReader {

  private final TextStyle style;
  private final CellReader reader;
  private final Type type;
  private final TextInput field = new TextInput();
  private final TextOutput unescaped = new TextOutput();

  private ValueReader(Type type, TextStyle style, CellReader reader) {
    this.type = type;
    this.style = style;
    this.reader = reader;
  }

  public static ValueReader of(Type type, TextStyle style, ReadOptions options) {
    CellReader reader =
        switch (style) {
          case RAW -> new PlainReaders(options).whole(type);
          // NULL has a text of its own there, any other is a value, the word NULL too
          case ESCAPED, CSV -> new PlainReaders(options).whole(type.withoutNullable());
          case QUOTED -> new PlainReaders(options).quoted(type);
          case JSON -> new JsonReaders(options).of(type);
        };
    return new ValueReader(type, style, reader);
  }

  /**
   * Appends the value at the cursor.
   *
   * @throws TwinhouseException the server's refusal: CANNOT_PARSE_TEXT, CANNOT_PARSE_DATE, ...
   */
  public void read(TextInput in, ColumnBuilder out) {
    if (!reader.read(in, out)) {
      throw in.failure("");
    }
  }

  /**
   * Appends the value that the bytes from {@code from} to before {@code to} stand for.
   *
   * @throws TwinhouseException the server's refusal
   */
  public void readWhole(byte[] data, int from, int to, ColumnBuilder out) {
    if (!tryReadWhole(data, from, to, out)) {
      throw field.failure("");
    }
  }

  /**
   * Like {@link #readWhole}, but answers false when the text is not a value of a scalar type. A
   * text that goes on behind a value may have appended that value: a caller that puts another in
   * its place looks at the builder's size first. Not for arrays, maps and tuples, where elements
   * may have been appended.
   */
  public boolean tryReadWhole(byte[] data, int from, int to, ColumnBuilder out) {
    if (isNullText(data, from, to)) {
      out.appendNull();
      return true;
    }
    switch (style) {
      case ESCAPED -> readEscapedField(data, from, to);
      case CSV -> readCsvField(data, from, to);
      case RAW, QUOTED, JSON -> field.over(data, from, to);
    }
    return reader.read(field, out) && (field.atEnd() || trailing());
  }

  private boolean trailing() {
    if (type.lane() != Lane.ARRAY && type.lane() != Lane.TUPLE) {
      return NumberText.syntaxError(field, type.name());
    }
    return field.fail(
        ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE,
        "Unexpected data '"
            + field.text(field.position(), field.end())
            + "' after parsed "
            + type.name()
            + " value '"
            + field.text(field.start(), field.position())
            + "'");
  }

  private boolean isNullText(byte[] data, int from, int to) {
    return type.isNullable()
        && style != TextStyle.RAW
        && style != TextStyle.JSON
        && style != TextStyle.QUOTED
        && to - from == 2
        && data[from] == '\\'
        && data[from + 1] == 'N';
  }

  /** What stands inside brackets has escapes of its own and no second ones. */
  private void readEscapedField(byte[] data, int from, int to) {
    if (type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE) {
      field.over(data, from, to);
      return;
    }
    unescaped.reset();
    Escapes.unescape(data, from, to, unescaped);
    field.over(unescaped.data(), 0, unescaped.length());
  }

  private void readCsvField(byte[] data, int from, int to) {
    boolean quoted = to - from >= 2 && data[from] == '"';
    if (!quoted || data[to - 1] != data[from]) {
      field.over(data, from, to);
      return;
    }
    unescaped.reset();
    for (int at = from + 1; at < to - 1; at++) {
      unescaped.put(data[at]);
      if (data[at] == data[from]) {
        at++;
      }
    }
    field.over(unescaped.data(), 0, unescaped.length());
  }
}
