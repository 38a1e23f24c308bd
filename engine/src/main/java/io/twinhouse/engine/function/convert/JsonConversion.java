// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.json.column.SessionZone;
import io.twinhouse.engine.json.column.ShownValues;
import io.twinhouse.engine.type.JsonType;
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
