// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/**
 * Values that carry their own type: each is cast from that; NULL becomes the default of a type
 * without NULL.
 */
final class DynamicConversion {

  private DynamicConversion() {}

  /** From Dynamic. */
  static Conversion to(Type to, ZoneId zone, WriteOptions options) {
    if (to.base() instanceof StringType) {
      return source -> texts(source, to, options);
    }
    return source -> {
      DynamicRows rows = DynamicRows.of(source);
      Column[] converted = new Column[rows.groups().size()];
      for (int g = 0; g < converted.length; g++) {
        DynamicRows.Group group = rows.groups().get(g);
        converted[g] = ofValue(group.type(), to, zone).convert(group.values());
      }
      return rows.assemble(converted, to);
    };
  }

  private static Column texts(Column source, Type to, WriteOptions options) {
    BytesColumn values = (BytesColumn) source.flatten();
    ValueWriter writer = ValueWriter.of(DynamicType.INSTANCE, TextStyle.RAW, options);
    ColumnBuilder out = ColumnBuilder.of(to);
    TextOutput text = new TextOutput();
    for (int row = 0; row < values.size(); row++) {
      text.reset();
      if (values.length(row) == 0) {
        out.appendAbsent(to);
      } else {
        writer.write(values, row, text);
        boolean padded = isPadded(values.data(), values.offsets()[row]);
        out.appendBytes(text.data(), 0, padded ? unpadded(text) : text.length());
      }
    }
    return out.build();
  }

  private static boolean isPadded(byte[] data, int from) {
    return data[from] == 'F' && DynamicText.type(data, from).startsWith("FixedString(");
  }

  /** The length of the text of a FixedString, whose cast to String drops the zeros at its end. */
  private static int unpadded(TextOutput text) {
    int length = text.length();
    while (length > 0 && text.data()[length - 1] == 0) {
      length--;
    }
    return length;
  }

  /**
   * The cast of values of one type of a JSON path, none of them NULL. As CAST of that type, but
   * text which is no value of a Nullable type becomes NULL; Bool alone refuses such text.
   */
  static Conversion ofValue(Type from, Type to, ZoneId zone) {
    boolean lenient =
        from instanceof StringType
            && to.isNullable()
            && !(to.base() instanceof BoolType || to.base() instanceof StringType);
    return lenient ? values -> parseOrNull(values, to, zone) : Conversions.of(from, to, zone);
  }

  private static Column parseOrNull(Column values, Type to, ZoneId zone) {
    ReadOptions options = new ReadOptions(zone, true, true);
    ValueReader reader = ValueReader.of(to.base(), TextStyle.RAW, options);
    BytesColumn texts = (BytesColumn) values.flatten();
    ColumnBuilder out = ColumnBuilder.of(to);
    ColumnBuilder one = ColumnBuilder.of(to.base());
    int[] offsets = texts.offsets();
    for (int row = 0; row < texts.size(); row++) {
      boolean read = reader.tryReadWhole(texts.data(), offsets[row], offsets[row + 1], one);
      Column value = one.build(); // holds what was read before a failure, too
      if (read) {
        out.append(value, 0);
      } else {
        out.appendNull();
      }
    }
    return out.build();
  }

  /** To Dynamic, NULLs included. */
  static Conversion from(Type from) {
    Type type = from.withoutNullable();
    if (type instanceof NothingType) {
      return source -> NullConversion.defaults(DynamicType.INSTANCE, source.size());
    }
    boolean container = type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
    boolean mixed = container && !(type instanceof ArrayType) && type.isOpaque();
    if (mixed || type instanceof AggregateFunctionType) {
      throw Conversions.unknown(from, DynamicType.INSTANCE);
    }
    DynamicText.Writer.require(type);
    return source -> written(source, new DynamicText.Writer(type));
  }

  /** Each value with the type; NULLs stay so. */
  static Column written(Column source, DynamicText.Writer writer) {
    TextOutput text = new TextOutput();
    BytesBuffer out = new BytesBuffer(source.size());
    for (int row = 0; row < source.size(); row++) {
      text.reset();
      if (!source.isNull(row)) {
        writer.write(source, row, text);
      }
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }

  static Column ofJson(String type, Column texts) {
    BytesLane lane = BytesLane.of(texts);
    BytesBuffer out = new BytesBuffer(texts.size());
    byte[] name = DynamicText.begin(type, new TextOutput()).toBytes();
    for (int row = 0; row < texts.size(); row++) {
      out.write(name, 0, name.length);
      out.write(lane.data(), lane.start(row), lane.length(row));
      out.endRow();
    }
    return out.toColumn(null);
  }
}
