// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** DateTime: seconds since 1970 UTC in 32 unsigned bits; the zone only shapes its text. */
public record DateTimeType(@Nullable String zone) implements Type {

  /**
   * @throws TwinhouseException BAD_ARGUMENTS: no such zone
   */
  public DateTimeType {
    if (zone != null) {
      checkedZone(zone);
    }
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
