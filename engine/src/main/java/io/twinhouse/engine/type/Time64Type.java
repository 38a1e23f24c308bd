// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Time64: as {@link TimeType}, in signed ticks of 10^-precision seconds in 64 bits. */
public record Time64Type(int precision) implements Type {

  public Time64Type {
    if (precision < 0 || precision > 9) {
      throw new IllegalArgumentException("no Time64 of precision " + precision);
    }
  }

  @Override
  public String name() {
    return "Time64(" + precision + ")";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }

  /** Ticks in one second. */
  public long ticksPerSecond() {
    return DateTime64Type.ticksPerSecond(precision);
  }
}
