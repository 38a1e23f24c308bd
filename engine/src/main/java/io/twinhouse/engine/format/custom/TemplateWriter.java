// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.text.TextResultWriter;
import io.twinhouse.engine.format.text.XmlCell;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.Type;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Template: a text for each row and one around them, with places for values. */
final class TemplateWriter extends TextResultWriter {

  private static final String XML = "XML";

  /** What the text around the rows has places for; the order gives them numbers. */
  private enum Part {
    DATA,
    TOTALS,
    MIN,
    MAX,
    ROWS,
    ROWS_BEFORE_LIMIT,
    TIME,
    ROWS_READ,
    BYTES_READ;

    boolean isRows() {
      return ordinal() <= MAX.ordinal();
    }

    static Part of(String name) {
      for (Part part : values()) {
        boolean numbered = name.equals(String.valueOf(part.ordinal()));
        if (numbered || name.equals(part.name().toLowerCase(Locale.ROOT))) {
          return part;
        }
      }
      throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Unknown output part " + name);
    }
  }

  private final TemplateText rowText;
  private final TemplateText resultText;
  private final String between;

  /** For each place in a row: the column, and how its values are written. */
  private final int[] columns;

  private final List<XmlCell> cells = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** Rows that are not data, until their part comes. */
  private final Map<Part, byte[]> kept = new EnumMap<>(Part.class);

  TemplateWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.ESCAPED, settings, out);
    refuseFile("format_template_row", settings);
    refuseFile("format_template_resultset", settings);
    rowText = TemplateText.of(settings.text("format_template_row_format", ""));
    String result = settings.text("format_template_resultset_format", "");
    resultText = TemplateText.of(result.isEmpty() ? "${data}" : result);
    between = settings.text("format_template_rows_between_delimiter", "\n");
    columns = new int[rowText.places().size()];
    if (columns.length == 0) {
      throw TemplateText.invalid("No columns specified");
    }
    for (int i = 0; i < columns.length; i++) {
      TemplateText.Place place = rowText.places().get(i);
      columns[i] = column(place.name());
      cells.add(cell(schema.type(columns[i]), place.rule()));
    }
    resultText.places().forEach(place -> parts.add(part(place)));
    if (parts.isEmpty() || parts.get(0) != Part.DATA || parts.lastIndexOf(Part.DATA) > 0) {
      throw TemplateText.invalid("${data} must be the first output part");
    }
  }

  private static void refuseFile(String setting, FormatSettings settings) {
    if (!settings.text(setting, "").isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting '"
              + setting
              + "' names a file of the server; give the text in "
              + setting
              + "_format");
    }
  }

  private int column(String name) {
    if (name.isEmpty()) {
      throw TemplateText.invalid("A place in a row needs the name of a column");
    }
    if (name.chars().allMatch(Character::isDigit) && name.length() < 9) {
      int index = Integer.parseInt(name);
      if (index >= schema().size()) {
        throw TemplateText.invalid(
            "Column index "
                + index
                + " must be less then number of columns ("
                + schema().size()
                + ")");
      }
      return index;
    }
    int index = schema().indexOf(name);
    if (index < 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK,
          "Not found column "
              + name
              + " in block. There are only columns: "
              + String.join(", ", schema().names()));
    }
    return index;
  }

  private XmlCell cell(Type type, String rule) {
    if (rule.isEmpty() || rule.equals("None")) {
      throw TemplateText.invalid("Serialization type for file column is not specified");
    }
    if (rule.equals(XML)) {
      return XmlCell.of(type, options());
    }
    TextStyle style = CustomDelimiters.style(rule);
    ValueWriter writer = ValueWriter.of(type, style, options());
    String nullText = nullText(style, settings());
    return (column, row, out) -> {
      if (column.isNull(row)) {
        out.put(nullText);
      } else {
        writer.write(column, row, out);
      }
    };
  }

  private static Part part(TemplateText.Place place) {
    if (place.name().isEmpty()) {
      throw TemplateText.invalid("Output part name cannot be empty.");
    }
    Part part = Part.of(place.name());
    boolean ruled = !place.rule().isEmpty() && !place.rule().equals("None");
    if (ruled && !place.rule().equals(XML)) {
      CustomDelimiters.style(place.rule());
    }
    if (part.isRows() == ruled) {
      throw TemplateText.invalid(
          part.isRows()
              ? "Serialization type for data, totals, min and max must be empty or None"
              : "Serialization type for output part " + place.name() + " is not specified");
    }
    return part;
  }

  @Override
  protected void begin() {
    text().put(resultText.delimiters().get(0));
  }

  @Override
  protected void row(Batch batch, int row) {
    text().put(rows() == 0 ? "" : between);
    line(batch, row);
  }

  private void line(Batch batch, int row) {
    for (int i = 0; i < columns.length; i++) {
      text().put(rowText.delimiters().get(i));
      cells.get(i).write(batch.column(columns[i]), row, text());
    }
    text().put(rowText.delimiters().get(columns.length));
  }

  @Override
  protected void totalsRow(Batch totals) {
    keep(Part.TOTALS, totals, 0);
  }

  @Override
  protected void extremeRows(Batch extremes) {
    keep(Part.MIN, extremes, 0);
    keep(Part.MAX, extremes, 1);
  }

  private void keep(Part part, Batch batch, int row) {
    int from = text().length();
    line(batch, row);
    TextOutput line = new TextOutput().put(text().data(), from, text().length() - from);
    text().truncate(from);
    kept.put(part, line.toBytes());
  }

  @Override
  protected void finish(ResultFigures figures) {
    for (int i = 1; i < parts.size(); i++) {
      text().put(resultText.delimiters().get(i));
      Part part = parts.get(i);
      if (part.isRows()) {
        byte[] line = kept.get(part);
        if (line == null) {
          throw unknown(part == Part.TOTALS ? "totals" : "extremes");
        }
        put(line);
      } else {
        figure(part, resultText.places().get(i).rule(), figures);
      }
    }
    text().put(resultText.delimiters().get(parts.size()));
  }

  private void figure(Part part, String rule, ResultFigures figures) {
    String number =
        switch (part) {
          case ROWS -> String.valueOf(rows());
          case ROWS_BEFORE_LIMIT -> rowsBeforeLimit(figures);
          case ROWS_READ -> String.valueOf(figures.readRows());
          case BYTES_READ -> String.valueOf(figures.readBytes());
          default ->
              BigDecimal.valueOf(figures.elapsedNanos(), 9).stripTrailingZeros().toPlainString();
        };
    boolean quoted = rule.equals("JSON") && part != Part.TIME && options().json().quoteIntegers();
    text().put(quoted ? "\"" + number + "\"" : number);
  }

  private static String rowsBeforeLimit(ResultFigures figures) {
    if (figures.rowsBeforeLimit() < 0) {
      throw unknown("rows_before_limit");
    }
    return String.valueOf(figures.rowsBeforeLimit());
  }

  private static TwinhouseException unknown(String part) {
    return TemplateText.invalid("Cannot print " + part + " for this request");
  }
}
