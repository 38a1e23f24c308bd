// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what schema types have, in the order of columns, and how their values are written. */
final class FieldWriters {

  /**
   * A type's schema as JSON, and its values.
   *
   * @param writer of values that are not NULL
   */
  record Described(String schema, FieldWriter writer) {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private static final WriteOptions PLAIN = WriteOptions.of(ZoneOffset.UTC);

  /** Columns of texts, not of bytes; null where all are. */
  private final @Nullable Pattern texts;

  /** Types that were described so far, which gives names their numbers. */
  private int described;

  FieldWriters(String textPattern) {
    try {
      texts = textPattern.isEmpty() ? null : Pattern.compile(textPattern);
    } catch (PatternSyntaxException wrong) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_COMPILE_REGEXP,
          "Avro: cannot compile re2: " + textPattern + ", error: " + wrong.getMessage());
    }
  }

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static String name(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Invalid name: " + name + "; Avro has names of letters, digits and _ alone");
    }
    return name;
  }

  /**
   * @throws TwinhouseException ILLEGAL_COLUMN, NOT_IMPLEMENTED
   */
  Described of(Type type, String column) {
    int number = ++described;
    if (type instanceof LowCardinalityType coded) {
      return of(coded.inner(), column);
    }
    if (type.base() instanceof NothingType) {
      described += type.isNullable() ? 1 : 0;
      return new Described("\"null\"", (values, row, out) -> {});
    }
    if (type.isNullable()) {
      Described inner = of(type.withoutNullable(), column);
      FieldWriter writer = inner.writer();
      return new Described(
          "[\"null\"," + inner.schema() + "]",
          (values, row, out) -> {
            if (values.isNull(row)) {
              out.number(0);
            } else {
              out.number(1);
              writer.write(values, row, out);
            }
          });
    }
    return switch (type.lane()) {
      case LONG -> ofLong(type, number, column);
      case DOUBLE -> ofFloat(type, column);
      case BYTES -> ofBytes(type, number, column);
      case WIDE -> ofWide(type, number);
      case ARRAY ->
          type instanceof MapType map
              ? ofMap(map, column)
              : ofArray(((ArrayType) type).element(), column);
      case TUPLE -> ofTuple((TupleType) type, number, column);
    };
  }

  private static TwinhouseException unfit(Type type, String column) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Type " + type.name() + " is not supported for Avro output: column " + column);
  }

  private static long at(Column values, int row) {
    return ((LongColumn) values).values()[row];
  }

  private static Described ofLong(Type type, int number, String column) {
    FieldWriter plain = (values, row, out) -> out.number(at(values, row));
    if (type instanceof BoolType) {
      return new Described("\"boolean\"", (values, row, out) -> out.write((int) at(values, row)));
    }
    if (type instanceof IntegerType integer) {
      return integer.bits() == 64
          ? new Described("\"long\"", plain)
          : new Described("\"int\"", (values, row, out) -> out.number((int) at(values, row)));
    }
    if (type instanceof DateType) {
      return new Described("{\"type\":\"int\",\"logicalType\":\"date\"}", plain);
    }
    if (type instanceof DateTimeType || type instanceof IpType) {
      return new Described("\"int\"", (values, row, out) -> out.number((int) at(values, row)));
    }
    if (type instanceof DateTime64Type time) {
      int scale = Long.toString(time.ticksPerSecond()).length() - 1;
      if (scale == 3 || scale == 6) {
        String unit = scale == 3 ? "millis" : "micros";
        return new Described(
            "{\"type\":\"long\",\"logicalType\":\"timestamp-" + unit + "\"}", plain);
      }
      return decimal(18, scale, Long.BYTES);
    }
    if (type instanceof DecimalType decimal) {
      return decimal(decimal.precision(), decimal.scale(), decimal.bits() / 8);
    }
    if (type instanceof EnumType names) {
      return ofEnum(names, number);
    }
    throw unfit(type, column);
  }

  private static Described decimal(int precision, int scale, int bytes) {
    return new Described(
        "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":"
            + precision
            + ",\"scale\":"
            + scale
            + "}",
        (values, row, out) -> {
          out.number(bytes);
          long value = at(values, row);
          for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >>> (8 * i)));
          }
        });
  }

  private static Described ofEnum(EnumType type, int number) {
    List<String> symbols = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    type.names()
        .forEach(
            (value, name) -> {
              symbols.add("\"" + name(name) + "\"");
              numbers.add(value);
            });
    String kind = type.bits() == 8 ? "enum8_" : "enum16";
    return new Described(
        "{\"type\":\"enum\",\"name\":\""
            + kind
            + number
            + "\",\"symbols\":["
            + String.join(",", symbols)
            + "]}",
        (values, row, out) -> out.number(numbers.indexOf((int) at(values, row))));
  }

  private static Described ofFloat(Type type, String column) {
    if (!(type instanceof FloatType floating) || floating.bits() < 32) {
      throw unfit(type, column);
    }
    return floating.bits() == 32
        ? new Described(
            "\"float\"",
            (values, row, out) ->
                out.fixed(
                    Float.floatToRawIntBits((float) ((DoubleColumn) values).values()[row]),
                    Float.BYTES))
        : new Described(
            "\"double\"",
            (values, row, out) ->
                out.fixed(
                    Double.doubleToRawLongBits(((DoubleColumn) values).values()[row]),
                    Double.BYTES));
  }

  private Described ofBytes(Type type, int number, String column) {
    if (type instanceof FixedStringType fixed) {
      return new Described(
          fixedSchema("fixed_" + number, fixed.length()),
          (values, row, out) -> bytes(values, row, out, false));
    }
    if (!(type instanceof StringType)) {
      throw unfit(type, column);
    }
    boolean text = texts == null || texts.matcher(column).find();
    return new Described(
        text ? "\"string\"" : "\"bytes\"", (values, row, out) -> bytes(values, row, out, true));
  }

  private static String fixedSchema(String name, int size) {
    return "{\"type\":\"fixed\",\"name\":\"" + name + "\",\"size\":" + size + "}";
  }

  private static void bytes(Column values, int row, BlockOutput out, boolean measured) {
    byte[] data;
    int from = 0;
    int length;
    if (values instanceof DictionaryColumn coded) {
      data = coded.dictionary().bytes(coded.ids()[row]);
      length = data.length;
    } else {
      BytesColumn flat = (BytesColumn) values;
      data = flat.data();
      from = flat.offsets()[row];
      length = flat.length(row);
    }
    if (measured) {
      out.text(data, from, length);
    } else {
      out.write(data, from, length);
    }
  }

  private static Described ofWide(Type type, int number) {
    if (type instanceof UuidType) {
      ValueWriter texts = ValueWriter.of(type, TextStyle.RAW, PLAIN);
      TextOutput text = new TextOutput();
      return new Described(
          "{\"type\":\"string\",\"logicalType\":\"uuid\"}",
          (values, row, out) -> {
            text.reset();
            texts.write(values, row, text);
            out.text(text.data(), 0, text.length());
          });
    }
    if (type instanceof DecimalType decimal) {
      int bytes = decimal.bits() / 8;
      return new Described(
          decimal(decimal.precision(), decimal.scale(), bytes).schema(),
          (values, row, out) -> {
            out.number(bytes);
            network(values, row, out);
          });
    }
    if (type instanceof IpType) {
      return new Described(fixedSchema("ipv6_" + number, 16), FieldWriters::network);
    }
    IntegerType integer = (IntegerType) type;
    String name = (integer.signed() ? "int" : "uint") + integer.bits() + number;
    return new Described(
        fixedSchema(name, integer.bits() / 8),
        (values, row, out) -> {
          WideColumn wide = (WideColumn) values;
          for (int word = 0; word < wide.words(); word++) {
            out.fixed(wide.values()[row * wide.words() + word], Long.BYTES);
          }
        });
  }

  /** The most significant byte first. */
  private static void network(Column values, int row, BlockOutput out) {
    WideColumn wide = (WideColumn) values;
    ByteBuffer bytes = ByteBuffer.allocate(8 * wide.words());
    for (int word = wide.words() - 1; word >= 0; word--) {
      bytes.putLong(wide.values()[row * wide.words() + word]);
    }
    out.write(bytes.array(), 0, bytes.capacity());
  }

  private Described ofArray(Type element, String column) {
    Described inner = of(element, column);
    return new Described(
        "{\"type\":\"array\",\"items\":" + inner.schema() + "}",
        (values, row, out) -> {
          ArrayColumn array = (ArrayColumn) values;
          int from = array.offsets()[row];
          int to = array.offsets()[row + 1];
          if (to > from) {
            out.number(to - from);
            write(inner.writer(), array.elements().flatten(), from, to, out);
          }
          out.number(0);
        });
  }

  private static void write(FieldWriter writer, Column values, int from, int to, BlockOutput out)
      throws IOException {
    for (int i = from; i < to; i++) {
      writer.write(values, i, out);
    }
  }

  private Described ofMap(MapType map, String column) {
    boolean text = map.key().base() instanceof StringType;
    if (!text && !(map.key().base() instanceof IntegerType)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Avro maps have keys of texts and integers here");
    }
    ValueWriter keys = ValueWriter.of(map.key(), TextStyle.RAW, PLAIN);
    TextOutput key = new TextOutput();
    Described inner = of(map.value(), column + ".value");
    FieldWriter values = inner.writer();
    return new Described(
        "{\"type\":\"map\",\"values\":" + inner.schema() + "}",
        (entries, row, out) -> {
          ArrayColumn array = (ArrayColumn) entries;
          TupleColumn pairs = (TupleColumn) array.elements();
          int from = array.offsets()[row];
          int to = array.offsets()[row + 1];
          if (to > from) {
            out.number(to - from);
          }
          Column keyColumn = pairs.elements().get(0).flatten();
          Column valueColumn = pairs.elements().get(1).flatten();
          for (int i = from; i < to; i++) {
            key.reset();
            keys.write(keyColumn, i, key);
            out.text(key.data(), 0, key.length());
            values.write(valueColumn, i, out);
          }
          out.number(0);
        });
  }

  private Described ofTuple(TupleType tuple, int number, String column) {
    int dot = column.lastIndexOf('.');
    String space = dot < 0 ? "" : "\"namespace\":\"" + column.substring(0, dot) + "\",";
    List<String> fields = new ArrayList<>();
    List<FieldWriter> writers = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      String name = tuple.names().isEmpty() ? String.valueOf(i + 1) : tuple.names().get(i);
      Described element = of(tuple.elements().get(i), name(name));
      fields.add("{\"name\":\"" + name + "\",\"type\":" + element.schema() + "}");
      writers.add(element.writer());
    }
    return new Described(
        "{\"type\":\"record\","
            + space
            + "\"name\":\""
            + column.substring(dot + 1)
            + "_"
            + number
            + "\",\"fields\":["
            + String.join(",", fields)
            + "]}",
        (values, row, out) -> {
          List<Column> elements = ((TupleColumn) values).elements();
          for (int i = 0; i < writers.size(); i++) {
            writers.get(i).write(elements.get(i).flatten(), row, out);
          }
        });
  }

  /** The schema of a row. */
  static String root(List<String> names, List<Described> columns) {
    StringBuilder schema = new StringBuilder("{\"type\":\"record\",\"name\":\"row\",\"fields\":[");
    for (int i = 0; i < columns.size(); i++) {
      schema
          .append(i == 0 ? "" : ",")
          .append("{\"name\":\"")
          .append(name(names.get(i)))
          .append("\",\"type\":")
          .append(columns.get(i).schema())
          .append('}');
    }
    return schema.append("]}").toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
