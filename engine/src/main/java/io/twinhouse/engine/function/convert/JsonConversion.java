// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.ReceivedValues;
import io.twinhouse.engine.json.ShownValues;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Values of type JSON, in their canonical form. */
final class JsonConversion {

  private JsonConversion() {}

  /**
   * Text as JSON.
   *
   * @param zone for times whose type names none; at paths with a type it is UTC
   */
  static Conversion to(JsonType type, ZoneId zone) {
    boolean utc = zone.getRules().equals(ZoneOffset.UTC.getRules());
    if (!utc && type.declared().values().stream().anyMatch(JsonConversion::needsZone)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type "
              + type.name()
              + " are not supported in the time zone "
              + zone
              + ": name the time zone in the types of the paths");
    }
    return source -> ReceivedValues.objects((BytesColumn) source.flatten(), type);
  }

  private static boolean needsZone(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return needsZone(array.element());
    }
    if (base instanceof MapType map) {
      return needsZone(map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(JsonConversion::needsZone);
    }
    if (base instanceof JsonType json) {
      return json.declared().values().stream().anyMatch(JsonConversion::needsZone);
    }
    return (base instanceof DateTimeType time && time.zone() == null)
        || (base instanceof DateTime64Type ticks && ticks.zone() == null);
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
    return source -> read.convert(toText(source));
  }

  /** Its text as it is shown. */
  static Column toText(Column source) {
    return ShownValues.unmarked((BytesColumn) source.flatten());
  }
}
