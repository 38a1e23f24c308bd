// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tskv;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** TSKV: name=value, tab-separated. */
final class TskvWriter extends TextResultWriter {

  private final byte[][] names;

  TskvWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.ESCAPED, settings, out);
    names = schema.names().stream().map(TskvWriter::escaped).toArray(byte[][]::new);
  }

  /** The one character that ends a name is escaped inside it; quotes are not. */
  private static byte[] escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (char c : name.toCharArray()) {
      int code = "\b\f\n\r\t\0\\=".indexOf(c);
      escaped.append(code < 0 ? "" : "\\").append(code < 0 ? c : "bfnrt0\\=".charAt(code));
    }
    return escaped.toString().getBytes(StandardCharsets.UTF_8);
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
