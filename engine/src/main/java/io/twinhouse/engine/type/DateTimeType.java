// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * DateTime: seconds since 1970 UTC in 32 unsigned bits; the zone only shapes its text.
 *
 * @param zone that the type names, or null
 * @param carried where it names none, the zone that was in force where the type was made, if that
 *     is not the session's: a table's columns keep the zone of the server. Functions of the column
 *     go by it, but no name shows it. Null is the session's
 */
public record DateTimeType(@Nullable String zone, @Nullable String carried) implements Type {

  /**
   * @throws TwinhouseException BAD_ARGUMENTS: no such zone
   */
  public DateTimeType {
    if (zone != null) {
      checkedZone(zone);
    }
  }

  /**
   * @throws TwinhouseException BAD_ARGUMENTS: no such zone
   */
  public DateTimeType(@Nullable String zone) {
    this(zone, null);
  }

  /** The zone of its local time, in a session of zone {@code session}. */
  public ZoneId clock(ZoneId session) {
    return clock(zone, carried, session);
  }

  static ZoneId clock(@Nullable String zone, @Nullable String carried, ZoneId session) {
    String named = zone == null ? carried : zone;
    return named == null ? session : ZoneId.of(named);
  }

  /** The name of a zone that there is. */
  static String checkedZone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + zone, e);
    }
    return zone;
  }

  @Override
  public String name() {
    return zone == null ? "DateTime" : "DateTime('" + zone + "')";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
