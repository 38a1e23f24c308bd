// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes objects whose values came with their types as text in flight, from which the same types
 * are read again; values for which no text does that are refused. One thread.
 */
public final class TypedObject {

  private final TextOutput out;
  private final JsonType type;
  private final JsonPrinter printer = new JsonPrinter();
  private final Map<String, DeclaredPath> declared = new HashMap<>();
  private final Map<Type, JsonKind> kinds = new HashMap<>();
  private final Map<String, JsonKind> texts = new HashMap<>();
  private final DynamicReader probe = new DynamicReader();
  private final TextInput probed = new TextInput();
  private final TextOutput found = new TextOutput();
  private boolean first;

  /**
   * @param type of the objects
   * @param out where they go
   */
  public TypedObject(JsonType type, TextOutput out) {
    this.type = type;
    this.out = out;
    for (JsonKind kind : JsonKind.values()) {
      kinds.put(kind.type(), kind);
    }
  }

  /** Begins an object. */
  public void begin() {
    out.put('{');
    first = true;
  }

  /** Ends an object. */
  public void end() {
    out.put('}');
  }

  /**
   * Writes what the object has at a path.
   *
   * @param path steps joined by dots
   * @param valueType the declared type, if the path has one
   */
  public void put(byte[] path, Type valueType, Column column, int row) {
    out.put(first ? "" : ",");
    first = false;
    printer.string(path, out);
    out.put(':');
    String name = new String(path, StandardCharsets.UTF_8);
    Type own = type.declared().get(name);
    if (own == null) {
      putDynamic(name, valueType, column, row);
    } else {
      declared.computeIfAbsent(name, n -> DeclaredPath.of(n, own)).writeSent(column, row, out);
    }
  }

  private void putDynamic(String path, Type valueType, Column column, int row) {
    int from = out.length();
    value(valueType, column.flatten(), row);
    JsonKind kind = kinds.get(valueType);
    if (kind == JsonKind.BOOL || kind == JsonKind.INT || kind == JsonKind.FLOAT) {
      return;
    }
    found.reset();
    probe.read(probed.over(out.data(), from, out.length()), found);
    String read = found.length() == 0 ? "" : DynamicText.type(found.data(), 0);
    if (!read.replace("JSON", type.inArrays().name()).equals(valueType.name())) {
      throw refused(valueType);
    }
    if (kind != null) {
      requireAlone(path, kind);
    }
  }

  /** Texts are dates or not by what their path had before, which is not told by their types. */
  private void requireAlone(String path, JsonKind kind) {
    boolean isText = kind == JsonKind.STRING;
    boolean isTime =
        kind == JsonKind.DATE || kind == JsonKind.DATE_TIME || kind == JsonKind.DATE_TIME_64;
    JsonKind before = isText || isTime ? texts.putIfAbsent(path, kind) : null;
    if (before != null && before != kind) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Typed JSON with both "
              + before.type().name()
              + " and "
              + kind.type().name()
              + " at path "
              + path
              + " in one INSERT is not supported");
    }
  }

  private static TwinhouseException refused(Type valueType) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A value of type "
            + valueType.name()
            + " in typed JSON is not supported; send JSON as text with"
            + " input_format_binary_read_json_as_string = 1");
  }

  private void value(Type valueType, Column column, int row) {
    Type base = valueType.base();
    if (column.isNull(row)) {
      out.put("null");
    } else if (base instanceof ArrayType array) {
      ArrayColumn rows = (ArrayColumn) column;
      Column elements = rows.elements().flatten();
      out.put('[');
      for (int e = rows.offsets()[row]; e < rows.offsets()[row + 1]; e++) {
        out.put(e == rows.offsets()[row] ? "" : ",");
        value(array.element(), elements, e);
      }
      out.put(']');
    } else {
      scalar(base, column, row);
    }
  }

  private void scalar(Type base, Column column, int row) {
    JsonKind kind = kinds.get(base);
    if (base instanceof JsonType) {
      BytesColumn bytes = (BytesColumn) column;
      out.put(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else if (kind == null) {
      throw refused(base);
    } else if (kind == JsonKind.FLOAT) {
      double value = ((DoubleColumn) column).values()[row];
      if (!Double.isFinite(value)) {
        throw refused(base); // JSON has no word for it
      }
      printer.real(value, out);
    } else if (kind == JsonKind.STRING) {
      BytesColumn bytes = (BytesColumn) column;
      printer.text(bytes.data(), bytes.offsets()[row], bytes.length(row), out);
    } else {
      printer.lane(kind, ((LongColumn) column).values()[row], out);
    }
  }
}
