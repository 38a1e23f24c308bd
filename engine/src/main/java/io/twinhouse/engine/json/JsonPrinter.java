// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints JSON values as ClickHouse does, with the marks of values in flight. One thread. */
final class JsonPrinter {

  private final Map<JsonKind, ValueWriter> writers = new EnumMap<>(JsonKind.class);
  private final Map<JsonKind, ValueWriter> plain = new EnumMap<>(JsonKind.class);
  private final ValueWriter strings =
      ValueWriter.of(StringType.INSTANCE, TextStyle.JSON, ZoneOffset.UTC);
  private final ValueWriter reals =
      ValueWriter.of(FloatType.FLOAT64, TextStyle.JSON, ZoneOffset.UTC);

  /** The writer of a path's values. */
  ValueWriter writer(JsonKind kind) {
    return writers.computeIfAbsent(
        kind, k -> ValueWriter.of(k.type(), TextStyle.JSON, ZoneOffset.UTC));
  }

  /** A key. */
  void string(byte[] bytes, TextOutput out) {
    string(bytes, 0, bytes.length, out);
  }

  private void string(byte[] data, int from, int length, TextOutput out) {
    int[] offsets = {from, from + length};
    strings.write(BytesColumn.of(data, offsets, 1, null), 0, out);
  }

  /** A value of type String. */
  void text(byte[] data, int from, int length, TextOutput out) {
    string(data, from, length, out);
    if (DateText.of(data, from, length).form() != DateText.Form.TEXT) {
      JsonMarks.put(out);
    }
  }

  /** A value of type Float64. */
  void real(double value, TextOutput out) {
    int from = out.length();
    reals.write(DoubleColumn.of(value), 0, out);
    if (isWhole(out.data(), from, out.length())) {
      JsonMarks.put(out);
    }
  }

  private static boolean isWhole(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] != '-' && (data[i] < '0' || data[i] > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Writes values of a stream of this type. */
  CellPrinter cells(Type type) {
    if (type.equals(FloatType.FLOAT64)) {
      return (column, row, out) -> real(((DoubleColumn) column).values()[row], out);
    }
    if (type instanceof StringType) {
      return (column, row, out) -> {
        if (column instanceof DictionaryColumn coded) {
          byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
          text(entry, 0, entry.length, out);
        } else {
          BytesColumn bytes = (BytesColumn) column;
          int from = bytes.offsets()[row];
          text(bytes.data(), from, bytes.offsets()[row + 1] - from, out);
        }
      };
    }
    return ValueWriter.of(type, TextStyle.JSON, ZoneOffset.UTC)::write;
  }

  /** Writes one row of a column. */
  @FunctionalInterface
  interface CellPrinter {
    void write(Column column, int row, TextOutput out);
  }

  /** A number, truth value, date or time as toString prints it. */
  void plain(JsonKind kind, long value, TextOutput out) {
    plain
        .computeIfAbsent(kind, k -> ValueWriter.of(k.type(), TextStyle.RAW, ZoneOffset.UTC))
        .write(LongColumn.of(value), 0, out);
  }

  /** A Float64 as toString prints it. */
  void plain(double value, TextOutput out) {
    reals.write(DoubleColumn.of(value), 0, out);
  }

  void lane(JsonKind kind, long value, TextOutput out) {
    writer(kind).write(LongColumn.of(value), 0, out);
  }

  /**
   * An array whose elements have {@code type} in common.
   *
   * @param loose what strings had in arrays whose elements have no type in common
   */
  void array(List<JsonElement> elements, ElementType type, DateContext loose, TextOutput out) {
    out.put('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      element(elements.get(i), type, loose, out);
    }
    out.put(']');
  }

  private void element(JsonElement element, ElementType as, DateContext loose, TextOutput out) {
    boolean own = as.base() == ElementType.Base.DYNAMIC;
    if (element instanceof JsonElement.Null) {
      out.put(nullText(as.base()));
    } else if (element instanceof JsonElement.Nested nested) {
      ElementType inner = own ? element.type().element() : as.element();
      array(nested.elements(), inner == null ? ElementType.NOTHING : inner, loose, out);
    } else if (element instanceof JsonElement.Node node) {
      out.put(node.text(), 0, node.text().length);
    } else if (element instanceof JsonElement.Text text) {
      text(text, own ? kindOf(loose.resolve(text.date())) : as.base(), out);
    } else {
      number(element, own ? element.type().base() : as.base(), out);
    }
  }

  private static String nullText(ElementType.Base as) {
    return switch (as) {
      case ARRAY -> "[]";
      case OBJECT -> "{}";
      default -> "null";
    };
  }

  private static ElementType.Base kindOf(JsonKind kind) {
    return switch (kind) {
      case DATE -> ElementType.Base.DATE;
      case DATE_TIME -> ElementType.Base.DATE_TIME;
      case DATE_TIME_64 -> ElementType.Base.DATE_TIME_64;
      default -> ElementType.Base.STRING;
    };
  }

  private void text(JsonElement.Text text, ElementType.Base as, TextOutput out) {
    if (!as.isDate()) {
      text(text.bytes(), 0, text.bytes().length, out);
      return;
    }
    JsonKind kind =
        switch (as) {
          case DATE -> JsonKind.DATE;
          case DATE_TIME -> JsonKind.DATE_TIME;
          default -> JsonKind.DATE_TIME_64;
        };
    lane(kind, text.date().lane(kind), out);
  }

  private void number(JsonElement element, ElementType.Base as, TextOutput out) {
    if (element instanceof JsonElement.Real real) {
      real(real.value(), out);
    } else if (element instanceof JsonElement.Bool bool) {
      String word = bool.value() ? "true" : "false";
      switch (as) {
        case BOOL -> out.put(word);
        case STRING -> out.put('"').put(word).put('"');
        default -> out.put(bool.value() ? '1' : '0');
      }
    } else {
      JsonElement.Whole whole = (JsonElement.Whole) element;
      boolean unsigned = whole.kind() == JsonKind.UNSIGNED;
      if (as == ElementType.Base.FLOAT) {
        real(unsigned ? unsignedToDouble(whole.value()) : (double) whole.value(), out);
      } else if (unsigned) {
        out.putUnsigned(whole.value());
      } else {
        out.putLong(whole.value());
      }
    }
  }

  private static double unsignedToDouble(long value) {
    double half = (double) (value >>> 1 | value & 1);
    return value >= 0 ? (double) value : half * 2;
  }
}
