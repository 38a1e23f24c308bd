// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import org.jspecify.annotations.Nullable;

/** DateTime64: signed ticks of 10^-precision seconds since 1970 UTC; the zone shapes its text. */
public record DateTime64Type(int precision, @Nullable String zone) implements Type {

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
