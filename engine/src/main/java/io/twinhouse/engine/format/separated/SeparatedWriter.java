// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.TupleType;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** TabSeparated and CSV: one line a row. */
final class SeparatedWriter extends TextResultWriter {

  private final Header header;
  private final boolean csv;
  private final char separator;
  private final String lineEnd;

  SeparatedWriter(
      Header header,
      char separator,
      TextStyle style,
      Schema schema,
      FormatSettings settings,
      OutputStream out) {
    super(schema, style, settings, out);
    this.header = header;
    this.separator = separator;
    String kind = style == TextStyle.CSV ? "csv" : "tsv";
    boolean crlf = settings.flag("output_format_" + kind + "_crlf_end_of_line", false);
    this.lineEnd = crlf ? "\r\n" : "\n";
    this.csv = style == TextStyle.CSV;
  }

  @Override
  protected void begin() {
    List<Field> fields = csv && flattens() ? flat(schema().fields()) : schema().fields();
    if (header.names()) {
      line(fields, Field::name);
    }
    if (header.types()) {
      line(fields, field -> field.type().name());
    }
  }

  private boolean flattens() {
    return settings().flag("output_format_csv_serialize_tuple_into_separate_columns", true)
        && settings().flag("output_format_csv_header_serialize_tuple_into_separate_columns", true);
  }

  /** CSV gives each element of a tuple a column of its own. */
  private static List<Field> flat(List<Field> fields) {
    List<Field> flat = new ArrayList<>();
    for (Field field : fields) {
      if (field.type() instanceof TupleType tuple) {
        List<Field> parts = new ArrayList<>();
        for (int i = 0; i < tuple.elements().size(); i++) {
          String part = tuple.names().isEmpty() ? Integer.toString(i + 1) : tuple.names().get(i);
          parts.add(new Field(field.name() + "." + part, tuple.elements().get(i)));
        }
        flat.addAll(flat(parts));
      } else {
        flat.add(field);
      }
    }
    return flat;
  }

  private void line(List<Field> fields, Function<Field, String> textOf) {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        text().put(separator);
      }
      put(styled(textOf.apply(fields.get(i))));
    }
    text().put(lineEnd);
  }

  @Override
  protected void row(Batch batch, int row) {
    for (int i = 0; i < batch.width(); i++) {
      if (i > 0) {
        text().put(separator);
      }
      value(batch, row, i);
    }
    text().put(lineEnd);
  }

  @Override
  protected void totalsRow(Batch totals) {
    text().put('\n');
    row(totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    text().put('\n');
    row(extremes, 0);
    row(extremes, 1);
  }
}
