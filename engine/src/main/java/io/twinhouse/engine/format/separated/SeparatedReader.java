// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

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
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of tab- or comma-separated fields. */
final class SeparatedReader extends TextRowReader {

  private final Header header;
  private final boolean csv;
  private final SeparatedFields fields;
  private final FormatSettings settings;
  private final long skippedLines;
  private final boolean detectsHeader;
  private final boolean emptyIsDefault;
  private final CsvValue[] csvValues;
  private int[] columnOfField;

  SeparatedReader(
      Header header, TextStyle style, Schema columns, FormatSettings settings, InputStream data) {
    super(columns, style, settings, data);
    this.header = header;
    this.csv = style == TextStyle.CSV;
    this.fields =
        new SeparatedFields(
            feed(), style, csv ? settings.csvDelimiter() : '\t', RowEnds.of(csv, settings));
    this.settings = settings;
    String kind = csv ? "csv" : "tsv";
    this.skippedLines = settings.number("input_format_" + kind + "_skip_first_lines", 0);
    this.detectsHeader = settings.flag("input_format_" + kind + "_detect_header", true);
    this.emptyIsDefault = settings.flag("input_format_tsv_empty_as_default", false);
    ReadOptions options = settings.readOptions();
    this.csvValues =
        columns.types().stream().map(type -> new CsvValue(type, options)).toArray(CsvValue[]::new);
    this.columnOfField = HeaderFields.inOrder(columns);
  }

  @Override
  protected void header(RecordFeed in, Schema columns) throws IOException {
    for (long i = 0; i < skippedLines && in.peek(0) >= 0; i++) {
      skipLine();
    }
    Header found =
        header == Header.NONE && detectsHeader
            ? SeparatedHeader.detect(in, fields, columns)
            : header;
    if (found.names() && in.peek(0) >= 0) {
      columnOfField = SeparatedHeader.read(found, fields, columns, settings);
    }
  }

  private void skipLine() throws IOException {
    do {
      fields.take();
    } while (fields.passEnd());
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (in.peek(0) < 0 || fields.isTrailing()) {
      return false;
    }
    boolean alone = true;
    for (int i = 0; i < columnOfField.length; i++) {
      if (i > 0 && alone && fields.isLast() && fields.mayVary()) {
        break; // the columns that are left out take their defaults
      }
      if (i > 0) {
        if (!alone || fields.isLast()) {
          throw CsvValue.noSeparator();
        }
        fields.passSeparator();
      }
      fields.take();
      alone =
          columnOfField[i] == HeaderFields.SKIPPED
              ? fields.valueEnd() == fields.to()
              : value(columnOfField[i]);
    }
    if (!alone) {
      throw SeparatedFields.noLineEnd();
    }
    fields.passRest();
    return true;
  }

  @Override
  protected boolean passRest(RecordFeed in, TwinhouseException refused) throws IOException {
    if (refused.is(ErrorCode.CANNOT_PARSE_QUOTED_STRING) && csv) {
      while (in.peek(0) >= 0) {
        in.skip(1); // a quote that is not closed takes all
      }
      return true;
    }
    for (int at = in.from(); at < in.to(); at++) {
      if (in.data()[at] == '\n') {
        return false;
      }
    }
    passLine(in, !csv);
    return true;
  }

  /** Reads the value that begins with the field at hand; whether nothing else stands there. */
  private boolean value(int column) throws IOException {
    if (!csv) {
      tabField(fields.data(), fields.from(), fields.to(), column);
      return true;
    }
    CsvValue value = csvValues[column];
    boolean endsLine = fields.mayVary() && fields.isEmpty() && fields.isLast();
    if (endsLine && column < schema().size() - 1 && schema().type(column).isNullable()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A line that ends with a delimiter before all columns are there, under"
              + " input_format_csv_allow_variable_number_of_columns, is not supported where the"
              + " column is Nullable");
    }
    if (fields.isEmpty() || value.isNull(fields)) {
      appendNull(column);
      return true;
    }
    return value.read(fields, builder(column));
  }

  private void tabField(byte[] data, int from, int to, int column) {
    if (from == to && emptyIsDefault) {
      omitUnsaid(column);
    } else {
      readField(column, data, from, to);
    }
  }
}
