// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Decimal(P, S): an unscaled integer of 32, 64, 128 or 256 bits, by precision. */
public record DecimalType(int precision, int scale) implements Type {

  /** The most digits that a decimal holds. */
  public static final int MAX_PRECISION = 76;

  public DecimalType {
    if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
      throw new IllegalArgumentException("no Decimal(" + precision + ", " + scale + ")");
    }
  }

  @Override
  public String name() {
    return "Decimal(" + precision + ", " + scale + ")";
  }

  /** Width of the unscaled value. */
  public int bits() {
    if (precision <= 9) {
      return 32;
    }
    if (precision <= 18) {
      return 64;
    }
    return precision <= 38 ? 128 : 256;
  }

  /** Whether the other is the same but for digits that neither width nor scale depends on. */
  public boolean isStoredAs(DecimalType other) {
    return bits() == other.bits() && scale == other.scale;
  }

  @Override
  public Lane lane() {
    return bits() <= 64 ? Lane.LONG : Lane.WIDE;
  }
}
