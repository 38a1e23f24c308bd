// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;

/** JSONEachRow: one object a line. */
final class EachRowWriter extends TextResultWriter {

  private final byte[][] names;

  EachRowWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.JSON, settings, out);
    names = schema.names().stream().map(name -> styled(name)).toArray(byte[][]::new);
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put('{');
    for (int i = 0; i < batch.width(); i++) {
      if (i > 0) {
        text().put(',');
      }
      put(names[i]);
      text().put(':');
      value(batch, row, i);
    }
    text().put("}\n");
  }
}
