// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

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
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one array a row, values in the order of the columns or of the header's names. */
final class CompactEachRowReader extends TextRowReader {

  private final Header header;
  private final boolean document;
  private final @Nullable StringValues strings;
  private final FormatSettings settings;
  private RowSequence sequence = RowSequence.plain(",;", '[');
  private final boolean skipsUnknown;
  private final ValueReader texts;
  private final ValueBounds bounds = new ValueBounds();
  private final TextInput array = new TextInput();
  private int[] columnOfField;

  /**
   * @param document whether names, types and rows stand in a document
   * @param header of the rows, outside a document
   */
  CompactEachRowReader(
      CompactEachRowFormat format, Schema columns, FormatSettings settings, InputStream data) {
    super(columns, TextStyle.JSON, settings, data);
    this.header = format.header();
    this.document = format.document();
    this.settings = settings;
    this.strings =
        format.strings() ? new StringValues(columns.types(), settings.readOptions()) : null;
    this.skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
    this.texts = ValueReader.of(StringType.INSTANCE, TextStyle.JSON, settings.readOptions());
    this.columnOfField = HeaderFields.inOrder(columns);
  }

  @Override
  protected void header(RecordFeed in, Schema columns) throws IOException {
    if (document) {
      documentHeader(in, columns);
    } else if (header.names() && take(in)) {
      columnOfField = HeaderFields.named(strings(), columns, settings);
      if (header.types() && take(in)) {
        HeaderFields.check(columnOfField, strings(), columns, settings);
      }
    }
  }

  private void documentHeader(RecordFeed in, Schema columns) throws IOException {
    DocumentFrame frame = DocumentFrame.open(in);
    if (frame == null) {
      throw new TwinhouseException(
          in.peek(0) == '{'
              ? ErrorCode.INCORRECT_DATA
              : ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Expected a document with \"meta\" and then \"data\"");
    }
    frame.check(columns, settings);
    sequence = RowSequence.within(frame, '[');
    columnOfField = HeaderFields.named(frame.names(), columns, skipsUnknown);
  }

  private List<String> strings() {
    List<String> strings = new ArrayList<>();
    do {
      array.skipBlanks();
      if (array.peek() != '"') {
        throw DocumentFrame.noString();
      }
      ColumnBuilder text = ColumnBuilder.of(StringType.INSTANCE);
      texts.read(array, text);
      strings.add(((BytesColumn) text.build()).string(0));
      array.skipBlanks();
    } while (array.skip(','));
    requireEnd();
    return strings;
  }

  /** Puts the cursor on what stands inside the next array; false at the end. */
  private boolean take(RecordFeed in) throws IOException {
    if (!sequence.advance(in)) {
      return false;
    }
    in.take(bounds.lengthOf(in));
    array.over(in.data(), in.from() + 1, in.to() - 1);
    return true;
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (!take(in)) {
      return false;
    }
    for (int i = 0; i < columnOfField.length; i++) {
      array.skipBlanks();
      if (i > 0 && !array.skip(',')) {
        throw refused("Cannot parse input: expected ',' before: ']'");
      }
      array.skipBlanks();
      value(columnOfField[i]);
    }
    array.skipBlanks();
    requireEnd();
    return true;
  }

  private void requireEnd() {
    if (!array.atEnd()) {
      throw refused(
          "Cannot parse input: expected ']' before: '"
              + array.text(array.position(), Math.min(array.end(), array.position() + 60))
              + "'");
    }
  }

  private void value(int column) {
    if (column == HeaderFields.SKIPPED) {
      SkippedField.pass(array, SkippedField.deepest(settings));
      return;
    }
    if (strings != null) {
      string(strings, column);
      return;
    }
    int from = array.position();
    if (!schema().type(column).isNullable() && array.skipWord("null")) {
      omit(column);
    } else {
      array.moveTo(from);
      reader(column).read(array, builder(column));
    }
  }

  private void string(StringValues values, int column) {
    if (values.take(array)) {
      values.read(column, builder(column));
    } else {
      omit(column);
    }
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, message);
  }
}
