// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Prometheus: metrics as its servers collect them. Rows of one name that follow each other are a
 * metric. What is said of a metric stands before its rows, so the first of them must say it:
 * nothing is held back.
 */
final class PrometheusWriter extends TextResultWriter {

  private static final Set<String> OF_MANY_ROWS = Set.of("histogram", "summary");

  private final int nameColumn;
  private final int valueColumn;
  private final int help;
  private final int kind;
  private final int labels;
  private final int timestamp;
  private final TextOutput cell = new TextOutput();
  private final ValueWriter label;
  private final List<ValueWriter> writers;
  private String metric = "";
  private boolean helped;
  private boolean typed;

  PrometheusWriter(Schema schema, FormatSettings settings, OutputStream out) {
    super(schema, TextStyle.RAW, settings, out);
    label = ValueWriter.of(StringType.INSTANCE, TextStyle.RAW, options());
    writers =
        schema.types().stream()
            .map(type -> ValueWriter.of(type, TextStyle.RAW, options()))
            .toList();
    nameColumn = find("name", PrometheusWriter::isText);
    valueColumn = find("value", PrometheusWriter::isNumber);
    help = find("help", type -> isText(plain(type)));
    kind = find("type", type -> isText(plain(type)));
    labels = find("labels", PrometheusWriter::isLabels);
    timestamp = find("timestamp", type -> isNumber(plain(type)));
    require("name", nameColumn);
    require("value", valueColumn);
  }

  private void require(String column, int index) {
    if (index < 0) {
      // the server finds a name in any case and then looks for this one
      boolean spelt = schema().names().stream().anyMatch(column::equalsIgnoreCase);
      throw spelt
          ? new TwinhouseException(
              ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK, "Not found column " + column + " in block.")
          : refused("Column '" + column + "' is required");
    }
  }

  private int find(String column, Predicate<Type> fits) {
    int index = schema().indexOf(column);
    if (index >= 0 && !fits.test(schema().type(index))) {
      throw refused(
          "Illegal type '" + schema().type(index).name() + "' of column '" + column + "'");
    }
    return index;
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, message + " for output format 'Prometheus'.");
  }

  private static Type plain(Type type) {
    return type.isNullable() ? type.withoutNullable() : type;
  }

  private static boolean isText(Type type) {
    return type instanceof StringType || type instanceof FixedStringType;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof FloatType
        || type instanceof DecimalType
        || type instanceof BoolType;
  }

  private static boolean isLabels(Type type) {
    return type instanceof MapType map
        && map.key() instanceof StringType
        && map.value() instanceof StringType;
  }

  @Override
  protected void row(Batch batch, int row) {
    String name = cell(batch, row, nameColumn);
    about(name, cell(batch, row, help), cell(batch, row, kind));
    metric = name;
    if (name.isEmpty()) {
      return;
    }
    put(name);
    if (labels >= 0) {
      labels(batch.column(labels), row);
    }
    text().put(' ');
    put(number(cell(batch, row, valueColumn)));
    String time = cell(batch, row, timestamp);
    if (!time.isEmpty() && !time.equals("0")) {
      text().put(' ');
      put(time);
    }
    text().put('\n');
  }

  /** Begins a metric with what is said of it; its other rows may only say the same again. */
  private void about(String name, String help, String kind) {
    if (OF_MANY_ROWS.contains(kind)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Metrics of the type " + kind + " in format Prometheus");
    }
    if (!name.equals(metric)) {
      endMetric();
      helped = said("# HELP ", name, help.replace('\n', ' '));
      typed = said("# TYPE ", name, kind);
    } else if ((!helped && !help.isEmpty()) || (!typed && !kind.isEmpty())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Help or type that the first row of the metric " + name + " does not say");
    }
  }

  private boolean said(String what, String name, String words) {
    boolean says = !words.isEmpty() && !name.isEmpty();
    put(says ? what + name + ' ' + words + '\n' : "");
    return says || name.isEmpty();
  }

  /** A value as text; nothing for NULL and for a column that is not there. */
  private String cell(Batch batch, int row, int column) {
    if (column < 0 || batch.column(column).isNull(row)) {
      return "";
    }
    cell.reset();
    writers.get(column).write(batch.column(column), row, cell);
    return bytes(cell);
  }

  /** Texts need not be UTF-8: here a character stands for a byte. */
  private static String bytes(TextOutput text) {
    return new String(text.data(), 0, text.length(), StandardCharsets.ISO_8859_1);
  }

  private void put(String bytes) {
    byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
    text().put(all, 0, all.length);
  }

  private static String number(String value) {
    return switch (value) {
      case "nan" -> "NaN";
      case "inf" -> "+Inf";
      case "-inf" -> "-Inf";
      default -> value;
    };
  }

  private void labels(Column column, int row) {
    ArrayColumn maps = (ArrayColumn) column.flatten();
    TupleColumn pairs = (TupleColumn) maps.elements().flatten();
    Map<String, String> sorted = new TreeMap<>();
    int from = maps.offsets()[row];
    for (int i = from; i < from + maps.length(row); i++) {
      String name = label(pairs.elements().get(0), i);
      if (sorted.put(name, escaped(label(pairs.elements().get(1), i))) != null) {
        throw new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, "Label " + name + " given twice");
      }
    }
    char before = '{';
    for (Map.Entry<String, String> one : sorted.entrySet()) {
      text().put(before);
      put(one.getKey());
      text().put("=\"");
      put(one.getValue());
      text().put('"');
      before = ',';
    }
    text().put(sorted.isEmpty() ? "" : "}");
  }

  private String label(Column column, int row) {
    cell.reset();
    label.write(column, row, cell);
    return bytes(cell);
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\b", "\\b")
        .replace("\f", "\\f")
        .replace("\0", "\\0");
  }

  private void endMetric() {
    if (!metric.isEmpty()) {
      text().put('\n');
    }
  }

  @Override
  protected void finish(ResultFigures figures) {
    endMetric();
  }
}
