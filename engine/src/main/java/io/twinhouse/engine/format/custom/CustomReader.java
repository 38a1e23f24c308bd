// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.HeaderFields;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** CustomSeparated: what stands before, between and behind rows and fields is set. */
final class CustomReader extends TextRowReader {

  /** As the server has it, against delimiters that never come. */
  private static final int MOST_FIELDS = 1_000_000;

  private final Header header;
  private final boolean ignoresSpaces;
  private final CustomDelimiters delimiters;
  private final TextStyle style;
  private final CustomFields fields;
  private final ValueReader names;
  private final FormatSettings settings;
  private int[] columnOfField;
  private boolean firstLine = true;
  private boolean ended;

  CustomReader(
      Header header,
      boolean ignoresSpaces,
      Schema columns,
      FormatSettings settings,
      InputStream data) {
    super(columns, CustomDelimiters.style(settings), settings, data);
    this.header = header;
    this.ignoresSpaces = ignoresSpaces;
    this.delimiters = CustomDelimiters.of(settings);
    this.style = CustomDelimiters.style(settings);
    this.fields = new CustomFields(style);
    this.names = ValueReader.of(StringType.INSTANCE, style, ReadOptions.lenient(settings.zone()));
    this.settings = settings;
    this.columnOfField = HeaderFields.inOrder(columns);
    delimiters.checkFor(style);
    CustomFields.refuseTuplesOfCsv(style, columns);
  }

  @Override
  protected void header(RecordFeed in, Schema columns) throws IOException {
    if (in.peek(0) < 0) {
      ended = true;
      return;
    }
    expect(in, delimiters.resultBefore());
    if (header.names()) {
      columnOfField = HeaderFields.named(line(in), columns, settings);
    }
    if (header.types()) {
      HeaderFields.check(columnOfField, line(in), columns, settings);
    }
  }

  /** A row of names. */
  private List<String> line(RecordFeed in) throws IOException {
    begin(in);
    List<String> texts = new ArrayList<>();
    do {
      if (!texts.isEmpty()) {
        expect(in, delimiters.field());
      }
      spaces(in);
      in.take(fields.length(in, delimiters.field()));
      ColumnBuilder text = ColumnBuilder.of(StringType.INSTANCE);
      names.readWhole(in.data(), in.from(), in.to(), text);
      texts.add(new String(((BytesColumn) text.build()).bytes(0), UTF_8));
      spaces(in);
      if (texts.size() > MOST_FIELDS) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Too many fields in a single row of CustomSeparated input");
      }
    } while (!delimiters.field().isEmpty() && isAhead(in, delimiters.field(), 0));
    expect(in, delimiters.rowAfter());
    return texts;
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (ended || isEnd(in)) {
      ended = true;
      return false;
    }
    begin(in);
    for (int i = 0; i < columnOfField.length; i++) {
      boolean last = i == columnOfField.length - 1;
      String behind = last ? delimiters.rowAfter() : delimiters.field();
      spaces(in);
      in.take(fields.length(in, behind));
      if (columnOfField[i] != HeaderFields.SKIPPED) {
        field(in, columnOfField[i]);
      }
      spaces(in);
      expect(in, behind);
    }
    return true;
  }

  private void begin(RecordFeed in) throws IOException {
    if (!firstLine) {
      expect(in, delimiters.rowBetween());
    }
    firstLine = false;
    spaces(in);
    expect(in, delimiters.rowBefore());
  }

  /** Whether nothing but blanks and what stands behind the result is ahead. */
  private boolean isEnd(RecordFeed in) throws IOException {
    String after = delimiters.resultAfter();
    int at = blanks(in, 0);
    if (in.peek(at) < 0) {
      return true;
    }
    return !after.isEmpty()
        && isAhead(in, after, 0)
        && in.peek(blanks(in, after.getBytes(UTF_8).length)) < 0;
  }

  private static int blanks(RecordFeed in, int from) throws IOException {
    int at = from;
    while (in.peek(at) >= 0 && Character.isWhitespace(in.peek(at))) {
      at++;
    }
    return at;
  }

  private void field(RecordFeed in, int column) {
    int to = in.to();
    boolean text = schema().type(column).base() instanceof StringType;
    boolean told = style == TextStyle.ESCAPED || style == TextStyle.RAW;
    boolean trims = ignoresSpaces ? !told : text && style == TextStyle.CSV;
    while (trims && to > in.from() && isBlank(in.data()[to - 1])) {
      to--;
    }
    readField(column, in.data(), in.from(), to);
  }

  private void spaces(RecordFeed in) throws IOException {
    while (ignoresSpaces && isBlank(in.peek(0))) {
      in.skip(1);
    }
  }

  private static boolean isBlank(int value) {
    return value == ' ' || value == '\t';
  }

  private static boolean isAhead(RecordFeed in, String text, int from) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (in.peek(from + i) != (bytes[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private static void expect(RecordFeed in, String text) throws IOException {
    if (!isAhead(in, text, 0)) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '"
              + text
              + (in.peek(0) < 0 ? "' at end of stream" : "' before: '" + (char) in.peek(0) + "'"));
    }
    in.skip(text.getBytes(UTF_8).length);
  }
}
