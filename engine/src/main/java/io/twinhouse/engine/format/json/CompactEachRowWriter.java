// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.Header;
import java.io.OutputStream;
import java.util.function.Function;

/** JSONCompactEachRow: one array a line. */
final class CompactEachRowWriter extends JsonResultWriter {

  private final Header header;

  CompactEachRowWriter(
      Header header, boolean strings, Schema schema, FormatSettings settings, OutputStream out) {
    super(strings, schema, settings, out);
    this.header = header;
  }

  @Override
  protected boolean repairs() {
    return settings().flag("output_format_json_validate_utf8", false);
  }

  @Override
  protected void begin() {
    if (header.names()) {
      line(Field::name);
    }
    if (header.types()) {
      line(field -> field.type().name());
    }
  }

  private void line(Function<Field, String> textOf) {
    text().put('[');
    for (int i = 0; i < schema().size(); i++) {
      text().put(i == 0 ? "" : ", ");
      put(styled(textOf.apply(schema().field(i))));
    }
    text().put("]\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    array(batch, row);
    text().put('\n');
  }
}
