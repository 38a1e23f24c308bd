// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads the names of an object's fields. Most objects repeat those of the one before in the same
 * order, so a name is read anew only where the text differs. One thread.
 */
final class FieldNames {

  /**
   * The name of a field.
   *
   * @param text as it stood in the data, quotes included
   * @param column the column that is called so, or -1
   */
  record Field(byte[] text, String name, int column) {
    private boolean isNext(TextInput in) {
      int from = in.position();
      return in.end() - from >= text.length
          && Arrays.equals(in.data(), from, from + text.length, text, 0, text.length);
    }
  }

  private final ValueReader reader;
  private final ToIntFunction<String> columns;
  private final List<Field> fields = new ArrayList<>();
  private int place;

  /**
   * @param columns the column with a name, or -1
   */
  FieldNames(ValueReader reader, ToIntFunction<String> columns) {
    this.reader = reader;
    this.columns = columns;
  }

  /** An object begins. */
  void begin() {
    place = 0;
  }

  /** Takes the next name. */
  Field take(TextInput in) {
    if (place < fields.size() && fields.get(place).isNext(in)) {
      Field same = fields.get(place++);
      in.advance(same.text().length);
      return same;
    }
    int from = in.position();
    if (in.peek() != '"') {
      throw DocumentFrame.noString();
    }
    ColumnBuilder builder = ColumnBuilder.of(StringType.INSTANCE);
    reader.read(in, builder);
    String name = ((BytesColumn) builder.build()).string(0);
    byte[] text = Arrays.copyOfRange(in.data(), from, in.position());
    Field field = new Field(text, name, columns.applyAsInt(name));
    remember(field);
    return field;
  }

  /** What is not between quotes may go on where it is met again. */
  private void remember(Field field) {
    byte[] text = field.text();
    fields.subList(Math.min(place, fields.size()), fields.size()).clear();
    if (place == fields.size()
        && text.length >= 2
        && text[0] == '"'
        && text[text.length - 1] == '"') {
      fields.add(field);
    }
    place++;
  }
}
