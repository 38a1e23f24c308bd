// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a value as a JSON document lays it out: elements of maps, of tuples and of arrays of such
 * stand on lines of their own, an array of plain values on one.
 */
abstract class IndentedValue {

  static IndentedValue of(Type type, ZoneId zone) {
    if (type instanceof ArrayType array && isContainer(array.element())) {
      return new OfArray(of(array.element(), zone));
    }
    if (type instanceof MapType map) {
      return new OfMap(ValueWriter.of(map.key(), TextStyle.JSON, zone), of(map.value(), zone));
    }
    if (type instanceof TupleType tuple) {
      List<IndentedValue> elements = tuple.elements().stream().map(e -> of(e, zone)).toList();
      return new OfTuple(tuple.names().stream().map(IndentedValue::quoted).toList(), elements);
    }
    return new OfLeaf(ValueWriter.of(type, TextStyle.JSON, zone));
  }

  private static boolean isContainer(Type type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof TupleType;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Writes a value that begins on a line indented by {@code depth} tabs. */
  abstract void write(Column column, int row, int depth, TextOutput out);

  final void writeAny(Column column, int row, int depth, TextOutput out) {
    if (column instanceof ConstantColumn constant) {
      write(constant.value(), 0, depth, out);
    } else {
      write(column, row, depth, out);
    }
  }

  private static void line(int depth, TextOutput out) {
    out.put('\n');
    for (int i = 0; i < depth; i++) {
      out.put('\t');
    }
  }

  private static final class OfLeaf extends IndentedValue {
    private final ValueWriter writer;

    OfLeaf(ValueWriter writer) {
      this.writer = writer;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      writer.write(column, row, out);
    }
  }

  private static final class OfArray extends IndentedValue {
    private final IndentedValue element;

    OfArray(IndentedValue element) {
      this.element = element;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      ArrayColumn array = (ArrayColumn) column;
      int from = array.offsets()[row];
      int to = array.offsets()[row + 1];
      if (from == to) {
        out.put("[]");
        return;
      }
      for (int e = from; e < to; e++) {
        out.put(e == from ? '[' : ',');
        line(depth + 1, out);
        element.writeAny(array.elements(), e, depth + 1, out);
      }
      line(depth, out);
      out.put(']');
    }
  }

  private static final class OfMap extends IndentedValue {
    private final ValueWriter key;
    private final IndentedValue value;

    OfMap(ValueWriter key, IndentedValue value) {
      this.key = key;
      this.value = value;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      ArrayColumn map = (ArrayColumn) column;
      TupleColumn entries = (TupleColumn) map.elements().flatten();
      int from = map.offsets()[row];
      int to = map.offsets()[row + 1];
      if (from == to) {
        out.put("{}");
        return;
      }
      for (int e = from; e < to; e++) {
        out.put(e == from ? '{' : ',');
        line(depth + 1, out);
        key(entries.elements().get(0), e, out);
        value.writeAny(entries.elements().get(1), e, depth + 1, out);
      }
      line(depth, out);
      out.put('}');
    }

    private void key(Column keys, int row, TextOutput out) {
      int from = out.length();
      key.write(keys, row, out);
      String text = new TextSlice(out, from).take();
      out.put(text.startsWith("\"") ? text : '"' + text + '"').put(": ");
    }
  }

  private record TextSlice(TextOutput out, int from) {
    String take() {
      String text =
          new String(
              out.data(), from, out.length() - from, java.nio.charset.StandardCharsets.UTF_8);
      out.truncate(from);
      return text;
    }
  }

  private static final class OfTuple extends IndentedValue {
    private final List<String> names;
    private final List<IndentedValue> elements;

    OfTuple(List<String> names, List<IndentedValue> elements) {
      this.names = names;
      this.elements = elements;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      TupleColumn tuple = (TupleColumn) column;
      out.put(names.isEmpty() ? '[' : '{');
      for (int i = 0; i < elements.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        line(depth + 1, out);
        if (!names.isEmpty()) {
          out.put(names.get(i)).put(": ");
        }
        elements.get(i).writeAny(tuple.elements().get(i), row, depth + 1, out);
      }
      line(depth, out);
      out.put(names.isEmpty() ? ']' : '}');
    }
  }
}
