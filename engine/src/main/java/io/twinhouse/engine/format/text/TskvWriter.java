// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;

/** TSKV: name=value, tab-separated. */
final class TskvWriter extends TextResultWriter {

  private final byte[][] names;

  TskvWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.ESCAPED, settings, out);
    names =
        schema.names().stream()
            .map(name -> styled(name))
            .map(TskvWriter::withoutEquals)
            .toArray(byte[][]::new);
  }

  /** The one character that ends a name is escaped inside it. */
  private static byte[] withoutEquals(byte[] name) {
    String text = new String(name, java.nio.charset.StandardCharsets.UTF_8);
    return text.replace("=", "\\=").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  protected void row(Batch batch, int row) {
    for (int i = 0; i < batch.width(); i++) {
      if (i > 0) {
        text().put('\t');
      }
      put(names[i]);
      text().put('=');
      value(batch, row, i);
    }
    text().put('\n');
  }
}
