// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;

/** SQLInsert: statements that insert the rows. */
final class SqlInsertWriter extends TextResultWriter {

  private static final String PREFIX = "output_format_sql_insert_";

  private final String opening;
  private final long rowsPerStatement;

  SqlInsertWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.QUOTED, settings, out);
    rowsPerStatement = Math.max(1, settings.number(PREFIX + "max_batch_size", 65_409));
    StringBuilder text = new StringBuilder();
    text.append(settings.flag(PREFIX + "use_replace", false) ? "REPLACE INTO " : "INSERT INTO ");
    text.append(settings.text(PREFIX + "table_name", "table"));
    if (settings.flag(PREFIX + "include_column_names", true)) {
      boolean quotes = settings.flag(PREFIX + "quote_names", true);
      String comma = " (";
      for (String name : schema.names()) {
        text.append(comma).append(quotes ? '`' + name + '`' : name);
        comma = ", ";
      }
      text.append(')');
    }
    opening = text.append(" VALUES ").toString();
  }

  @Override
  protected void row(Batch batch, int row) {
    if (rows() % rowsPerStatement == 0) {
      text().put(rows() == 0 ? "" : ";\n").put(opening);
    } else {
      text().put(", ");
    }
    text().put('(');
    for (int i = 0; i < batch.width(); i++) {
      text().put(i == 0 ? "" : ", ");
      value(batch, row, i);
    }
    text().put(')');
  }

  @Override
  protected void finish(ResultFigures figures) {
    text().put(";\n");
  }
}
