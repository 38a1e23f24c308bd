// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Writes a value as a JSON document lays it out: elements of maps, of tuples and of arrays of such
 * stand on lines of their own, an array of plain values on one.
 */
public abstract class IndentedValue {

  final JsonLayout layout;

  IndentedValue(JsonLayout layout) {
    this.layout = layout;
  }

  /**
   * @param mark what lines are indented with
   * @param width how many of them a level
   */
  public static IndentedValue of(Type type, char mark, int width, WriteOptions options) {
    return of(type, new JsonLayout(mark, width, 0), options);
  }

  static IndentedValue of(Type type, JsonLayout layout, WriteOptions options) {
    if (type instanceof ArrayType array && isContainer(array.element())) {
      return new OfArray(layout, of(array.element(), layout, options));
    }
    if (type instanceof MapType map) {
      TextStyle keyStyle = map.key() instanceof BoolType ? TextStyle.RAW : TextStyle.JSON;
      return new OfMap(
          layout, ValueWriter.of(map.key(), keyStyle, options), of(map.value(), layout, options));
    }
    if (type instanceof TupleType tuple) {
      boolean named = !tuple.names().isEmpty() && options.json().tuplesAsObjects();
      return new OfTuple(
          layout,
          named ? tuple.names().stream().map(IndentedValue::quoted).toList() : List.of(),
          tuple.elements().stream().map(e -> of(e, layout, options)).toList(),
          options.json().skipNullsInTuples());
    }
    if (type instanceof JsonType) {
      return new OfDocument(layout);
    }
    return new OfLeaf(layout, ValueWriter.of(type, TextStyle.JSON, options));
  }

  private static boolean isContainer(Type type) {
    return type instanceof ArrayType
        || type instanceof MapType
        || type instanceof TupleType
        || type instanceof JsonType;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Writes a value that begins on a line {@code depth} levels deep. */
  abstract void write(Column column, int row, int depth, TextOutput out);

  /** Writes a value of any encoding. */
  public final void writeAny(Column column, int row, int depth, TextOutput out) {
    if (column instanceof ConstantColumn constant) {
      write(constant.value(), 0, depth, out);
    } else {
      write(column, row, depth, out);
    }
  }

  private static final class OfLeaf extends IndentedValue {
    private final ValueWriter writer;

    OfLeaf(JsonLayout layout, ValueWriter writer) {
      super(layout);
      this.writer = writer;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      writer.write(column, row, out);
    }
  }

  private static final class OfDocument extends IndentedValue {
    OfDocument(JsonLayout layout) {
      super(layout);
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      if (column.isNull(row)) {
        out.put("null");
        return;
      }
      BytesColumn bytes = (BytesColumn) column.flatten();
      layout.write(bytes.data(), bytes.offsets()[row], bytes.offsets()[row + 1], depth, out);
    }
  }

  private static final class OfArray extends IndentedValue {
    private final IndentedValue element;

    OfArray(JsonLayout layout, IndentedValue element) {
      super(layout);
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
        layout.line(depth + 1, out);
        element.writeAny(array.elements(), e, depth + 1, out);
      }
      layout.line(depth, out);
      out.put(']');
    }
  }

  private static final class OfMap extends IndentedValue {
    private final ValueWriter key;
    private final IndentedValue value;

    OfMap(JsonLayout layout, ValueWriter key, IndentedValue value) {
      super(layout);
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
        layout.line(depth + 1, out);
        key(entries.elements().get(0), e, out);
        value.writeAny(entries.elements().get(1), e, depth + 1, out);
      }
      layout.line(depth, out);
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
    private final boolean skipsNulls;

    OfTuple(
        JsonLayout layout, List<String> names, List<IndentedValue> elements, boolean skipsNulls) {
      super(layout);
      this.skipsNulls = skipsNulls;
      this.names = names;
      this.elements = elements;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      TupleColumn tuple = (TupleColumn) column;
      out.put(names.isEmpty() ? '[' : '{');
      boolean first = true;
      for (int i = 0; i < elements.size(); i++) {
        Column element = tuple.elements().get(i);
        if (skipsNulls && !names.isEmpty() && element.isNull(row)) {
          continue;
        }
        out.put(first ? "" : ",");
        first = false;
        layout.line(depth + 1, out);
        if (!names.isEmpty()) {
          out.put(names.get(i)).put(": ");
        }
        elements.get(i).writeAny(element, row, depth + 1, out);
      }
      layout.line(depth, out);
      out.put(names.isEmpty() ? ']' : '}');
    }
  }
}
