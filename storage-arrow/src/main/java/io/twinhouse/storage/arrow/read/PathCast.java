// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.format.StreamKey;
import java.time.ZoneOffset;

/**
 * The cast of the values of one stream of a JSON path. As CAST of the stream's type, but that text
 * which is no value of a Nullable type becomes NULL; Bool alone refuses such text.
 */
@FunctionalInterface
interface PathCast {

  /** Casts values, none of them NULL. */
  Column convert(Column values);

  /**
   * Whether pages of {@code from} can be read as {@code to} as they are.
   *
   * @param from the type of a stream
   * @param to the type asked for
   */
  static boolean isNone(Type from, Type to) {
    Type target = to.base();
    boolean widens =
        from instanceof BoolType && target instanceof IntegerType && target.lane() == Lane.LONG;
    return from.equals(target) || widens;
  }

  static PathCast of(StreamKey stream, Type to) {
    if (!stream.shape().isEmpty() && to instanceof DynamicType) {
      return values -> Conversions.dynamicOfJson(stream.shape(), values);
    }
    if (!stream.shape().isEmpty()) {
      return ofArray(stream.shape(), to);
    }
    Type from = stream.type();
    if (isNone(from, to)) {
      return values -> values;
    }
    Conversion conversion = Conversions.ofPathValue(from, to, ZoneOffset.UTC);
    return conversion::convert;
  }

  /** Arrays are kept as JSON text. */
  private static PathCast ofArray(String shape, Type to) {
    if (to instanceof JsonType && shape.equals(to.name())) {
      return Column::flatten;
    }
    if (shape.contains("Dynamic") || shape.contains("JSON")) {
      Conversion mixed = Conversions.of(DynamicType.INSTANCE, to, ZoneOffset.UTC);
      return values -> mixed.convert(Conversions.dynamicOfJson(shape, values));
    }
    Type type = TypeParser.parse(shape);
    Conversion conversion = Conversions.of(type, to, ZoneOffset.UTC);
    ValueReader reader = ValueReader.of(type, TextStyle.JSON, ReadOptions.lenient(ZoneOffset.UTC));
    return values -> {
      TextInput in = new TextInput();
      ColumnBuilder out = ColumnBuilder.of(type);
      BytesColumn texts =
          (BytesColumn) (values instanceof DictionaryColumn ? values.flatten() : values);
      for (int row = 0; row < texts.size(); row++) {
        in.over(texts.data(), texts.offsets()[row], texts.offsets()[row + 1]);
        reader.read(in, out);
      }
      return conversion.convert(out.build());
    };
  }
}
