// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
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
    CellWriter inside = nullable(writers.of(element, inner(style)), inner(style));
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
    CellWriter value = nullable(writers.of(type.value(), inner), inner);
    CellWriter plainKey = nullable(writers.of(type.key(), inner), inner);
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
    TextStyle inner = style == TextStyle.CSV ? TextStyle.CSV : inner(style);
    List<CellWriter> elements = new ArrayList<>();
    for (Type element : type.elements()) {
      elements.add(nullable(writers.of(element, inner), inner));
    }
    boolean object = style == TextStyle.JSON && !type.names().isEmpty();
    String open = style == TextStyle.CSV ? "" : object ? "{" : style == TextStyle.JSON ? "[" : "(";
    String close = style == TextStyle.CSV ? "" : object ? "}" : style == TextStyle.JSON ? "]" : ")";
    return (column, row, out) -> {
      List<Column> columns = ((TupleColumn) column).elements();
      out.put(open);
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        if (object) {
          byte[] name = type.names().get(i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          StringCells.write(name, 0, name.length, TextStyle.JSON, out);
          out.put(':');
        }
        elements.get(i).write(columns.get(i), row, out);
      }
      out.put(close);
    };
  }

  private static CellWriter nullable(CellWriter writer, TextStyle style) {
    return (column, row, out) -> {
      if (column.isNull(row)) {
        out.put(style.nullText());
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
      StringCells.write(text.data(), 0, text.length(), TextStyle.CSV, out);
    };
  }
}
