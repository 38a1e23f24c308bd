// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times at paths whose type names no zone: they are read and shown in UTC alone. */
public final class SessionZone {

  private SessionZone() {}

  /**
   * Refuses JSON with such times in a session of another zone.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public static void require(JsonType type, ZoneId zone) {
    if (shifts(zone) && hasTimes(type)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type "
              + type.name()
              + " are not supported in the time zone "
              + zone
              + ": name the time zone in the types of the paths");
    }
  }

  /** As {@link #require(JsonType, ZoneId)}, of the columns of a result, which shows them. */
  public static void require(Schema result, ZoneId zone) {
    for (Type type : result.types()) {
      HeldValues.in(
          type,
          held -> {
            if (held instanceof JsonType json) {
              require(json, zone);
            }
            return false;
          });
    }
  }

  /**
   * As {@link #require(JsonType, ZoneId)}, of values in flight, whose strings may be times.
   *
   * @param type JSON, Dynamic or one that holds them
   */
  public static void require(Column values, Type type, ZoneId zone) {
    if (shifts(zone)) {
      TimesWithin.refuse(values, type, zone);
    }
  }

  /** Whether times of the zone are not those of UTC. */
  public static boolean shifts(ZoneId zone) {
    return !zone.getRules().equals(ZoneOffset.UTC.getRules());
  }

  private static boolean hasTimes(JsonType type) {
    return type.declared().values().stream().anyMatch(t -> HeldValues.in(t, SessionZone::isTime));
  }

  private static boolean isTime(Type base) {
    return (base instanceof DateTimeType time && time.zone() == null)
        || (base instanceof DateTime64Type ticks && ticks.zone() == null)
        || (base instanceof JsonType json && hasTimes(json));
  }
}
