// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * DateTime64: signed ticks of 10^-precision seconds since 1970 UTC; the zone shapes its text.
 *
 * @param precision digits of the fraction, 0 to 9
 * @param zone that the type names, or null
 * @param carried as in {@link DateTimeType}
 */
public record DateTime64Type(int precision, @Nullable String zone, @Nullable String carried)
    implements Type {

  private static final long[] POWERS = {
    1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L
  };

  public DateTime64Type {
    if (precision < 0 || precision > 9) {
      throw new IllegalArgumentException("no DateTime64 of precision " + precision);
    }
    if (zone != null) {
      DateTimeType.checkedZone(zone);
    }
  }

  public DateTime64Type(int precision, @Nullable String zone) {
    this(precision, zone, null);
  }

  /** The zone that it names or carries; null for the session's. */
  public @Nullable String settledZone() {
    return zone == null ? carried : zone;
  }

  /** The zone of its local time, in a session of zone {@code session}. */
  public ZoneId clock(ZoneId session) {
    return DateTimeType.clock(zone, carried, session);
  }

  @Override
  public String name() {
    return "DateTime64(" + precision + (zone == null ? ")" : ", '" + zone + "')");
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }

  /** Ticks in one second. */
  public long ticksPerSecond() {
    return ticksPerSecond(precision);
  }

  static long ticksPerSecond(int precision) {
    return POWERS[precision];
  }
}
