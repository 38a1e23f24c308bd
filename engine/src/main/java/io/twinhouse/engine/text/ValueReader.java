// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.Arrays;

/**
 * Reads values of one type from text as ClickHouse does. Not thread-safe.
 *
 * <p>RAW, ESCAPED and CSV read the text of one whole field, which the caller has found; QUOTED and
 * JSON find the end of the value themselves and leave the cursor behind it.
 */
public final class ValueReader {

  private static final byte[] NOTHING = {};

  private final TextStyle style;
  private final CellReader reader;
  private final Type type;

  /** What a whole field says for NULL; empty where readers of values know it. */
  private final byte[] nullText;

  private final TextInput field = new TextInput();
  private final TextOutput unescaped = new TextOutput();

  private ValueReader(Type type, TextStyle style, CellReader reader, String nullText) {
    this.type = type;
    this.nullText = nullText.getBytes(UTF_8);
    this.style = style;
    this.reader = reader;
  }

  public static ValueReader of(Type type, TextStyle style, ReadOptions options) {
    CellReader reader =
        switch (style) {
          case RAW -> new PlainReaders(options).whole(type);
          // NULL has a text of its own there, any other is a value, the word NULL too
          case ESCAPED -> new PlainReaders(options).whole(type.withoutNullable());
          case CSV -> new PlainReaders(options).wholeOfCsv(type.withoutNullable());
          case QUOTED -> new PlainReaders(options).quoted(type);
          case JSON -> new JsonReaders(options).of(type);
        };
    String nullText = style == TextStyle.RAW ? "" : options.words().nullIn(style);
    return new ValueReader(type, style, reader, nullText);
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
      out.appendAbsent(type);
      return true;
    }
    open(data, from, to);
    return reader.read(field, out) && (field.atEnd() || trailing());
  }

  /**
   * Appends the value that the bytes begin with.
   *
   * @return whether they are that value and nothing else
   * @throws TwinhouseException the server's refusal
   */
  public boolean readStart(byte[] data, int from, int to, ColumnBuilder out) {
    open(data, from, to);
    if (field.atEnd()) {
      readNothing(out);
      return true;
    }
    if (!reader.read(field, out)) {
      throw field.failure("");
    }
    return field.atEnd();
  }

  /**
   * Appends what a field without a byte stands for: no digits are 0, and NULL is never left empty,
   * so that a type whose values are not empty either refuses it.
   */
  public void readNothing(ColumnBuilder out) {
    if (type.base() instanceof IntegerType) {
      out.appendDefault();
    } else {
      readWhole(NOTHING, 0, 0, out);
    }
  }

  private void open(byte[] data, int from, int to) {
    switch (style) {
      case ESCAPED -> readEscapedField(data, from, to);
      case CSV -> readCsvField(data, from, to);
      case RAW, QUOTED, JSON -> field.over(data, from, to);
    }
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
    return (type.isNullable() || type.carriesType())
        && nullText.length > 0
        && Arrays.equals(data, from, to, nullText, 0, nullText.length);
  }

  /** Only texts have escapes; what stands inside brackets has its own and no second ones. */
  private void readEscapedField(byte[] data, int from, int to) {
    boolean isText = type.lane() == Lane.BYTES || type.base() instanceof EnumType;
    if (!isText) {
      field.over(data, from, to);
      return;
    }
    unescaped.reset();
    Escapes.unescape(data, from, to, unescaped);
    if (type instanceof VariantType && unescaped.length() < to - from) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Escapes in a field of type "
              + type.name()
              + ", which the server takes off twice, are not supported; use another format");
    }
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
