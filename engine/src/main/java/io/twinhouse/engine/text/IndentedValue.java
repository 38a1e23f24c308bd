// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a value as a JSON document lays it out: elements of maps, of tuples and of arrays of such
 * stand on lines of their own, an array of plain values on one.
 */
public abstract class IndentedValue {

  final Layout layout;

  IndentedValue(Layout layout) {
    this.layout = layout;
  }

  /**
   * @param mark what lines are indented with
   * @param width how many of them a level
   */
  public static IndentedValue of(Type type, char mark, int width, WriteOptions options) {
    return of(type, new Layout(mark, width, 0), options);
  }

  static IndentedValue of(Type type, Layout layout, WriteOptions options) {
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
    if (type instanceof VariantType variant) {
      return new OfVariant(layout, variant, options);
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

    OfLeaf(Layout layout, ValueWriter writer) {
      super(layout);
      this.writer = writer;
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      writer.write(column, row, out);
    }
  }

  /** Values of containers, each laid out by its own type; others are as short as ever. */
  private static final class OfVariant extends IndentedValue {
    private final ValueWriter plain;
    private final Map<String, Member> members = new HashMap<>();

    /** How values of one type are read from what they are in flight. */
    private record Member(ValueReader reader, ColumnBuilder value, IndentedValue written) {}

    OfVariant(Layout layout, VariantType type, WriteOptions options) {
      super(layout);
      plain = ValueWriter.of(type, TextStyle.JSON, options);
      for (Type member : type.members()) {
        if (DynamicText.isJson(member.name())) {
          ReadOptions lenient = ReadOptions.lenient(ZoneOffset.UTC);
          members.put(
              member.name(),
              new Member(
                  ValueReader.of(member, TextStyle.JSON, lenient),
                  ColumnBuilder.of(member),
                  of(member, layout, options)));
        }
      }
    }

    @Override
    void write(Column column, int row, int depth, TextOutput out) {
      BytesColumn bytes = (BytesColumn) column.flatten();
      int from = bytes.offsets()[row];
      int to = bytes.offsets()[row + 1];
      Member member = from == to ? null : members.get(DynamicText.type(bytes.data(), from));
      if (member == null) {
        plain.write(column, row, out);
        return;
      }
      int text = DynamicText.typeEnd(bytes.data(), from) + 1;
      member.reader.read(new TextInput().over(bytes.data(), text, to), member.value);
      member.written.write(member.value.build(), 0, depth, out);
    }
  }

  private static final class OfDocument extends IndentedValue {
    OfDocument(Layout layout) {
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

    OfArray(Layout layout, IndentedValue element) {
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

    OfMap(Layout layout, ValueWriter key, IndentedValue value) {
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

    OfTuple(Layout layout, List<String> names, List<IndentedValue> elements, boolean skipsNulls) {
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

  /**
   * Lays JSON text without blanks out on lines: each member of an object, each element of an array
   * of objects or of arrays on its own; other arrays stay on one line.
   *
   * @param mark what lines are indented with, {@code width} of them a level and {@code more} where
   *     there is any indentation
   */
  record Layout(char mark, int width, int more) {

    void line(int depth, TextOutput out) {
      out.put('\n');
      int count = depth == 0 ? 0 : depth * width + more;
      for (int i = 0; i < count; i++) {
        out.put(mark);
      }
    }

    /** Writes the value between two positions, whose first line is indented by {@code depth}. */
    void write(byte[] data, int from, int to, int depth, TextOutput out) {
      TextInput in = new TextInput().over(data, from, to);
      value(in, depth, out);
    }

    private void value(TextInput in, int depth, TextOutput out) {
      switch (in.peek()) {
        case '{' -> object(in, depth, out);
        case '[' -> array(in, depth, out);
        default -> plain(in, out);
      }
    }

    private static void plain(TextInput in, TextOutput out) {
      int from = in.position();
      JsonText.skipValue(in, 0);
      out.put(in.data(), from, in.position() - from);
    }

    private void object(TextInput in, int depth, TextOutput out) {
      in.advance(1);
      out.put('{');
      if (in.peek() == '}') {
        out.put('\n');
      }
      boolean first = true;
      while (in.peek() != '}') {
        if (!first) {
          in.advance(1);
          out.put(',');
        }
        first = false;
        line(depth + 1, out);
        plain(in, out);
        in.advance(1);
        out.put(": ");
        value(in, depth + 1, out);
      }
      in.advance(1);
      line(depth, out);
      out.put('}');
    }

    private void array(TextInput in, int depth, TextOutput out) {
      boolean lines = isOf(in, '{') || isOf(in, '[');
      in.advance(1);
      out.put('[');
      boolean first = true;
      while (in.peek() != ']') {
        if (!first) {
          in.advance(1);
          out.put(',');
        }
        first = false;
        if (lines) {
          line(depth + 1, out);
        }
        value(in, depth + 1, out);
      }
      in.advance(1);
      if (lines) {
        line(depth, out);
      }
      out.put(']');
    }

    /** Whether every element of the array under the cursor begins with {@code opening}. */
    private static boolean isOf(TextInput in, char opening) {
      int start = in.position();
      boolean all = in.peek(1) == opening;
      while (all && in.peek() != ']') {
        in.advance(1);
        all = in.peek() == opening;
        JsonText.skipValue(in, 0);
      }
      in.moveTo(start);
      return all;
    }
  }
}
