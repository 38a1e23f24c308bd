// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextResultWriter;
import java.io.OutputStream;
import java.util.function.Function;

/** CustomSeparated: what stands before, between and behind rows and fields is set. */
final class CustomWriter extends TextResultWriter {

  private final Header header;
  private final CustomDelimiters delimiters;
  private boolean firstLine = true;

  CustomWriter(Header header, Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, CustomDelimiters.style(settings), settings, out);
    this.header = header;
    this.delimiters = CustomDelimiters.of(settings);
  }

  @Override
  protected void begin() {
    text().put(delimiters.resultBefore());
    if (header.names()) {
      line(Field::name);
    }
    if (header.types()) {
      line(field -> field.type().name());
    }
  }

  private void line(Function<Field, String> textOf) {
    between();
    text().put(delimiters.rowBefore());
    for (int i = 0; i < schema().size(); i++) {
      text().put(i == 0 ? "" : delimiters.field());
      put(styled(textOf.apply(schema().field(i))));
    }
    text().put(delimiters.rowAfter());
  }

  private void between() {
    text().put(firstLine ? "" : delimiters.rowBetween());
    firstLine = false;
  }

  @Override
  protected void row(Batch batch, int row) {
    between();
    text().put(delimiters.rowBefore());
    for (int i = 0; i < batch.width(); i++) {
      text().put(i == 0 ? "" : delimiters.field());
      value(batch, row, i);
    }
    text().put(delimiters.rowAfter());
  }

  @Override
  protected void finish(ResultFigures figures) {
    text().put(delimiters.resultAfter());
  }
}
