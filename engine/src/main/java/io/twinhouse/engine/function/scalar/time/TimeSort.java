// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a date or time argument is.
 *
 * @param type its type without Nullable
 * @param ticksPerSecond 1 for DateTime, 0 for dates
 * @param zoneName the zone its type or the call names, if any
 * @param zone the zone its local time is read in
 */
record TimeSort(Type type, long ticksPerSecond, @Nullable String zoneName, ZoneId zone) {

  /** What {@code type} is, or null if it is neither a date nor a time. */
  static @Nullable TimeSort of(Type type, @Nullable String zoneOfCall, ZoneId session) {
    if (type instanceof DateType) {
      return new TimeSort(type, 0, zoneOfCall, zone(zoneOfCall, session));
    }
    if (type instanceof DateTimeType time) {
      String name = zoneOfCall == null ? time.zone() : zoneOfCall;
      return new TimeSort(type, 1, name, zone(zoneOfCall, time.clock(session)));
    }
    if (type instanceof DateTime64Type time) {
      String name = zoneOfCall == null ? time.zone() : zoneOfCall;
      ZoneId zone = zone(zoneOfCall, time.clock(session));
      return new TimeSort(type, time.ticksPerSecond(), name, zone);
    }
    return null;
  }

  /** Argument {@code index} of a call, refused if it is neither a date nor a time. */
  static TimeSort argument(CallSite call, int index, int zoneIndex) {
    String zone = call.namedZone(zoneIndex);
    TimeSort sort = of(call.base(index), zone, call.context().zone());
    if (sort == null) {
      throw call.illegal(index);
    }
    return sort;
  }

  /** The same by the session's clock, if it names no zone: where the server looks no further. */
  TimeSort ofSession(CallSite call) {
    return zoneName == null
        ? new TimeSort(type, ticksPerSecond, null, call.context().zone())
        : this;
  }

  /** Refuses a date beside a time zone. */
  TimeSort withoutZoneOfDate(CallSite call, int zoneIndex) {
    if (isDate() && call.size() > zoneIndex) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The timezone argument of function "
              + call.name()
              + " is allowed only when the argument before is a DateTime or DateTime64");
    }
    return this;
  }

  private static ZoneId zone(@Nullable String name, ZoneId session) {
    return name == null ? session : Zones.of(name);
  }

  boolean isDate() {
    return ticksPerSecond == 0;
  }

  /** Whether it is a DateTime, which begins with 1970. */
  boolean isDateTime() {
    return type instanceof DateTimeType;
  }

  boolean isDate16() {
    return type.equals(DateType.DATE);
  }

  int precision() {
    return type instanceof DateTime64Type time ? time.precision() : 0;
  }
}
