// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Date (days since 1970 in 16 unsigned bits) and Date32 (signed days, years 1900 to 2299). */
public record DateType(int bits) implements Type {

  public static final DateType DATE = new DateType(16);
  public static final DateType DATE32 = new DateType(32);

  @Override
  public String name() {
    return bits == 16 ? "Date" : "Date32";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
