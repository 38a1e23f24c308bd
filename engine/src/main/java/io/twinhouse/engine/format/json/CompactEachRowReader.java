// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads one array a row, values in the order of the columns or of the header's names. */
final class CompactEachRowReader extends TextRowReader {

  private static final int SKIPPED = -1;

  private final Header header;
  private final boolean skipsUnknown;
  private final ValueReader texts;
  private final TextInput array = new TextInput();
  private int[] columnOfField;

  CompactEachRowReader(Header header, Schema columns, FormatSettings settings, InputStream data) {
    super(columns, TextStyle.JSON, settings, data);
    this.header = header;
    this.skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
    this.texts = ValueReader.of(StringType.INSTANCE, TextStyle.JSON, settings.readOptions());
    this.columnOfField = new int[columns.size()];
    for (int i = 0; i < columnOfField.length; i++) {
      columnOfField[i] = i;
    }
  }

  @Override
  protected Schema header(RecordFeed in, Schema columns) throws IOException {
    if (!header.names() || !take(in)) {
      return columns;
    }
    List<Field> fields = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (String name : strings()) {
      int index = columns.indexOf(name);
      if (index < 0 && !skipsUnknown) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Unknown field found in format header: '" + name + "'");
      }
      targets.add(index < 0 ? SKIPPED : fields.size());
      if (index >= 0) {
        fields.add(columns.field(index));
      }
    }
    columnOfField = targets.stream().mapToInt(Integer::intValue).toArray();
    if (header.types() && take(in)) {
      List<String> types = strings();
      for (int i = 0; i < Math.min(types.size(), columnOfField.length); i++) {
        if (columnOfField[i] != SKIPPED) {
          HeaderTypes.check(fields.get(columnOfField[i]), types.get(i));
        }
      }
    }
    return new Schema(fields);
  }

  private List<String> strings() {
    List<String> strings = new ArrayList<>();
    array.skipBlanks();
    while (!array.atEnd()) {
      ColumnBuilder text = ColumnBuilder.of(StringType.INSTANCE);
      texts.read(array, text);
      strings.add(((BytesColumn) text.build()).string(0));
      array.skipBlanks();
      array.skip(',');
      array.skipBlanks();
    }
    return strings;
  }

  /** Puts the cursor on what stands inside the next array; false at the end. */
  private boolean take(RecordFeed in) throws IOException {
    int next = in.peek(0);
    while (next >= 0 && (next <= ' ' || next == ',' || next == ';')) {
      in.skip(1);
      next = in.peek(0);
    }
    if (next < 0) {
      return false;
    }
    if (next != '[') {
      throw refused("Cannot parse input: expected '[' before: '" + (char) next + "'");
    }
    in.take(EachRowReader.lengthOfObject(in));
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
    if (!array.atEnd()) {
      throw refused(
          "Cannot parse input: expected ']' before: '"
              + array.text(array.position(), Math.min(array.end(), array.position() + 60))
              + "'");
    }
    return true;
  }

  private void value(int column) {
    if (column == SKIPPED) {
      JsonText.skipValue(array, 0);
      return;
    }
    int from = array.position();
    if (!schema().type(column).isNullable() && array.skipWord("null")) {
      omit(column, rowInBatch());
    } else {
      array.moveTo(from);
      reader(column).read(array, builder(column));
    }
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, message);
  }
}
