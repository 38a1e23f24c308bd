// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;

/** Formats with an object a row, as they are read. */
record EachRowFormat(String name, EachRowReader.Layout layout, boolean strings)
    implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    String column = settings.text("format_json_object_each_row_column_for_object_name", "");
    if (layout == EachRowReader.Layout.OBJECT && !column.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Names of objects are not read into the column " + column + " here");
    }
    return new EachRowReader(layout, strings, columns, settings, data);
  }
}
