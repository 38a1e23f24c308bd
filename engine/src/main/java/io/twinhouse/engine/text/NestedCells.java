// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Arrays, maps and tuples: brackets around elements. */
final class NestedCells {

  private NestedCells() {}

  /** The style of elements inside a container written in {@code style}. */
  private static TextStyle inner(TextStyle style) {
    return style == TextStyle.JSON ? TextStyle.JSON : TextStyle.QUOTED;
  }

  static CellWriter array(CellWriters writers, Type element, TextStyle style) {
    CellWriter inside = nullable(writers.of(element, inner(style)), inner(style).nullText());
    return inCsv(
        style,
        (column, row, out) -> {
          ArrayColumn array = (ArrayColumn) column;
          out.put('[');
          for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
            if (e > array.offsets()[row]) {
              out.put(',');
            }
            inside.write(array.elements(), e, out);
          }
          out.put(']');
        });
  }

  static CellWriter map(CellWriters writers, MapType type, TextStyle style) {
    TextStyle inner = inner(style);
    CellWriter value = nullable(writers.of(type.value(), inner), inner.nullText());
    TextStyle keyStyle =
        style == TextStyle.JSON && type.key() instanceof BoolType ? TextStyle.RAW : inner;
    CellWriter plainKey = nullable(writers.of(type.key(), keyStyle), inner.nullText());
    boolean bare = style == TextStyle.JSON && CellWriters.isBareInJson(type.key());
    CellWriter key =
        bare
            ? (column, row, out) -> {
              out.put('"');
              plainKey.write(column, row, out);
              out.put('"');
            }
            : plainKey;
    return inCsv(
        style,
        (column, row, out) -> {
          ArrayColumn array = (ArrayColumn) column;
          TupleColumn entries = (TupleColumn) array.elements();
          out.put('{');
          for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
            if (e > array.offsets()[row]) {
              out.put(',');
            }
            key.write(entries.elements().get(0), e, out);
            out.put(':');
            value.write(entries.elements().get(1), e, out);
          }
          out.put('}');
        });
  }

  static CellWriter tuple(CellWriters writers, TupleType type, TextStyle style) {
    WriteOptions options = writers.options();
    boolean named = !type.names().isEmpty();
    if (named && options.text().tuplesAsJson() && style != TextStyle.JSON) {
      IndentedValue lines =
          IndentedValue.of(type, new IndentedValue.Layout(' ', 1, 1), options.withWholeTuples());
      return (column, row, out) -> lines.writeAny(column, row, 0, out);
    }
    if (style == TextStyle.CSV && !options.csv().tuplesAsColumns()) {
      return inCsv(style, tuple(writers, type, TextStyle.RAW));
    }
    TextStyle inner = style == TextStyle.CSV ? TextStyle.CSV : inner(style);
    List<CellWriter> elements = new ArrayList<>();
    for (Type element : type.elements()) {
      String absent = inner == TextStyle.CSV ? options.csv().nullText() : inner.nullText();
      elements.add(nullable(writers.of(element, inner), absent));
    }
    if (style == TextStyle.JSON && named && options.json().tuplesAsObjects()) {
      return object(writers, type, elements);
    }
    if (style == TextStyle.CSV) {
      return list("", options.csv().delimiter(), "", elements);
    }
    return style == TextStyle.JSON ? list("[", ',', "]", elements) : list("(", ',', ")", elements);
  }

  private static CellWriter list(String open, char comma, String close, List<CellWriter> elements) {
    return (column, row, out) -> {
      List<Column> columns = ((TupleColumn) column).elements();
      out.put(open);
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          out.put(comma);
        }
        elements.get(i).write(columns.get(i), row, out);
      }
      out.put(close);
    };
  }

  private static CellWriter object(CellWriters writers, TupleType type, List<CellWriter> elements) {
    List<byte[]> names = new ArrayList<>();
    for (String name : type.names()) {
      TextOutput quoted = new TextOutput();
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      writers.strings().write(text, 0, text.length, TextStyle.JSON, quoted);
      names.add(quoted.put(':').toBytes());
    }
    boolean skipsNulls = writers.options().json().skipNullsInTuples();
    return (column, row, out) -> {
      List<Column> columns = ((TupleColumn) column).elements();
      out.put('{');
      boolean first = true;
      for (int i = 0; i < columns.size(); i++) {
        if (skipsNulls && columns.get(i).isNull(row)) {
          continue;
        }
        out.put(first ? "" : ",").put(names.get(i), 0, names.get(i).length);
        first = false;
        elements.get(i).write(columns.get(i), row, out);
      }
      out.put('}');
    };
  }

  private static CellWriter nullable(CellWriter writer, String nullText) {
    return (column, row, out) -> {
      if (column.isNull(row)) {
        out.put(nullText);
      } else if (column instanceof ConstantColumn constant) {
        writer.write(constant.value(), 0, out);
      } else {
        writer.write(column, row, out);
      }
    };
  }

  /** In CSV a container is one quoted field. */
  private static CellWriter inCsv(TextStyle style, CellWriter writer) {
    if (style != TextStyle.CSV) {
      return writer;
    }
    TextOutput text = new TextOutput();
    return (column, row, out) -> {
      text.reset();
      writer.write(column, row, text);
      StringCells.PLAIN.write(text.data(), 0, text.length(), TextStyle.CSV, out);
    };
  }
}
