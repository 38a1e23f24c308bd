// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.type.StringType;
import java.io.OutputStream;

/** JSONObjectEachRow: one object whose members are rows, named by number or by a column. */
final class ObjectEachRowWriter extends JsonResultWriter {

  private final int nameColumn;

  ObjectEachRowWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(false, schema, settings, out);
    String column = settings.text("format_json_object_each_row_column_for_object_name", "");
    nameColumn = column.isEmpty() ? -1 : schema.indexOf(column);
    if (!column.isEmpty() && (nameColumn < 0 || !(schema.type(nameColumn) instanceof StringType))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Column '"
              + column
              + "' for the names of JSONObjectEachRow must be a String of the result");
    }
  }

  @Override
  protected boolean repairs() {
    return settings().flag("output_format_json_validate_utf8", false);
  }

  @Override
  protected void begin() {
    text().put("{\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "\t" : ",\n\t");
    if (nameColumn < 0) {
      text().put("\"row_" + (rows() + 1) + '"');
    } else {
      BytesColumn names = (BytesColumn) batch.column(nameColumn).flatten();
      // as the server has it: nothing in a name is escaped
      text().put('"').put(names.data(), names.offsets()[row], names.length(row)).put('"');
    }
    text().put(": ");
    object(batch, row, nameColumn);
  }

  @Override
  protected void finish(ResultFigures figures) {
    text().put("\n}\n");
  }
}
