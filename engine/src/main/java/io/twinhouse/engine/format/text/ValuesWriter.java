// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;

/** Values: (1,'a'),(2,'b'). */
final class ValuesWriter extends TextResultWriter {

  ValuesWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.QUOTED, settings, out);
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "(" : ",(");
    for (int i = 0; i < batch.width(); i++) {
      if (i > 0) {
        text().put(',');
      }
      value(batch, row, i);
    }
    text().put(')');
  }
}
