// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.TextStyle;
import java.io.OutputStream;
import java.math.BigDecimal;

/** XML: a document with columns, rows, totals, extremes and figures. */
final class XmlWriter extends TextResultWriter {

  private final XmlCell[] cells;
  private final String[] tags;
  private boolean dataEnded;

  XmlWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.RAW, settings, out);
    cells =
        schema.types().stream().map(type -> XmlCell.of(type, options())).toArray(XmlCell[]::new);
    tags = schema.names().stream().map(XmlWriter::tag).toArray(String[]::new);
  }

  /** The column's name if it may name an element. */
  private static String tag(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? name : "field";
  }

  @Override
  protected boolean repairs() {
    return true;
  }

  @Override
  protected void begin() {
    text().put("<?xml version='1.0' encoding='UTF-8' ?>\n<result>\n\t<meta>\n\t\t<columns>\n");
    for (int i = 0; i < schema().size(); i++) {
      text().put("\t\t\t<column>\n\t\t\t\t<name>");
      text().put(XmlCell.escaped(schema().field(i).name()));
      text().put("</name>\n\t\t\t\t<type>");
      text().put(XmlCell.escaped(schema().type(i).name()));
      text().put("</type>\n\t\t\t</column>\n");
    }
    text().put("\t\t</columns>\n\t</meta>\n\t<data>\n");
  }

  @Override
  protected void row(Batch batch, int row) {
    record("row", "\t\t", batch, row);
  }

  private void record(String name, String indent, Batch batch, int row) {
    text().put(indent).put('<').put(name).put(">\n");
    for (int i = 0; i < batch.width(); i++) {
      text().put(indent).put("\t<").put(tags[i]).put('>');
      cells[i].write(batch.column(i), row, text());
      text().put("</").put(tags[i]).put(">\n");
    }
    text().put(indent).put("</").put(name).put(">\n");
  }

  private void endData() {
    text().put(dataEnded ? "" : "\t</data>\n");
    dataEnded = true;
  }

  @Override
  protected void totalsRow(Batch totals) {
    endData();
    record("totals", "\t", totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    endData();
    text().put("\t<extremes>\n");
    record("min", "\t\t", extremes, 0);
    record("max", "\t\t", extremes, 1);
    text().put("\t</extremes>\n");
  }

  @Override
  protected void finish(ResultFigures figures) {
    endData();
    text().put("\t<rows>" + rows() + "</rows>\n");
    if (figures.rowsBeforeLimit() >= 0) {
      text()
          .put("\t<rows_before_limit_at_least>" + figures.rowsBeforeLimit())
          .put("</rows_before_limit_at_least>\n");
    }
    if (settings().flag("output_format_write_statistics", true)) {
      BigDecimal seconds = BigDecimal.valueOf(figures.elapsedNanos(), 9).stripTrailingZeros();
      text()
          .put("\t<statistics>\n\t\t<elapsed>" + seconds.toPlainString() + "</elapsed>\n")
          .put("\t\t<rows_read>" + figures.readRows() + "</rows_read>\n")
          .put("\t\t<bytes_read>" + figures.readBytes() + "</bytes_read>\n\t</statistics>\n");
    }
    text().put("</result>\n");
  }
}
