// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.Type;

/** The values of one column, between commas. */
final class ColumnValues {

  private final Type type;
  private final ValueReader reader;
  private final ColumnBuilder values;
  private int rows;

  ColumnValues(Type type, ValueReader reader) {
    this.type = type;
    this.reader = reader;
    this.values = ColumnBuilder.of(type);
  }

  Column read(TextInput in) {
    in.skipBlanks();
    while (!in.atEnd()) {
      if (values.size() > 0) {
        requireComma(in);
      }
      value(in);
      in.skipBlanks();
    }
    rows = values.size();
    return values.build();
  }

  int rows() {
    return rows;
  }

  private static void requireComma(TextInput in) {
    if (!in.skip(',')) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected ',' before: '"
              + in.text(in.position(), Math.min(in.end(), in.position() + 60))
              + "'");
    }
    in.skipBlanks();
  }

  private void value(TextInput in) {
    int from = in.position();
    if (!type.isNullable() && in.skipWord("null")) {
      values.appendLeftOut(type);
    } else {
      in.moveTo(from);
      reader.read(in, values);
    }
  }
}
