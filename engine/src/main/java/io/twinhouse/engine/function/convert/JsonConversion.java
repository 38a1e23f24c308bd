// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.json.column.SessionZone;
import io.twinhouse.engine.json.column.ShownValues;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/** Values of type JSON, in their canonical form. */
final class JsonConversion {

  private JsonConversion() {}

  /**
   * Text as JSON.
   *
   * @param zone for times whose type names none; at paths with a type it is UTC
   */
  static Conversion to(JsonType type, ZoneId zone) {
    SessionZone.require(type, zone);
    return source -> {
      Column read = ReceivedValues.objects((BytesColumn) source.flatten(), type);
      SessionZone.require(read, type, zone);
      return read;
    };
  }

  /**
   * Of a map or tuple: what is shown of it as JSON is read.
   *
   * @throws TwinhouseException TYPE_MISMATCH for values of other types
   */
  static Conversion ofParts(Type from, JsonType to, WriteOptions options, ZoneId zone) {
    if (from.lane() != Lane.TUPLE && !(from instanceof MapType)) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "Cast to JSON can be performed only from String/Map/Object/Tuple/JSON. Got: "
              + from.name());
    }
    if (from.name().contains("JSON")) {
      options.refuseForJson();
    }
    ValueWriter writer = ValueWriter.of(from, TextStyle.JSON, options);
    Conversion read = to(to, zone);
    return source -> read.convert(written(source.flatten(), writer));
  }

  private static Column written(Column values, ValueWriter writer) {
    TextOutput text = new TextOutput();
    BytesBuffer out = new BytesBuffer(values.size());
    for (int row = 0; row < values.size(); row++) {
      text.reset();
      writer.write(values, row, text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }

  /** Of JSON of another type: what is shown is read again. */
  static Conversion between(JsonType from, JsonType to, ZoneId zone) {
    boolean same =
        (!from.namesPaths() && !to.namesPaths())
            || (from.declared().equals(to.declared())
                && from.skipped().equals(to.skipped())
                && from.skippedPatterns().equals(to.skippedPatterns()));
    if (same) {
      return Conversion.NONE;
    }
    Conversion read = to(to, zone);
    return source -> read.convert(toText(source, from, zone));
  }

  /** Its text as it is shown. */
  static Column toText(Column source, JsonType type, ZoneId zone) {
    SessionZone.require(source, type, zone);
    return ShownValues.unmarked((BytesColumn) source.flatten());
  }
}
