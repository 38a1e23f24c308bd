// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One value of a column as a Java object: NULL is null; Int8 to Int32, UInt8 to UInt16 Integer;
 * Int64, UInt32 Long; UInt64 and wider BigInteger; Float32 Float, Float64 Double; Decimal
 * BigDecimal; Bool Boolean; String, FixedString, Enum, JSON String (UTF-8); Date, Date32 LocalDate;
 * DateTime, DateTime64 ZonedDateTime in the type's zone (UTC without one); Time, Time64 Duration;
 * UUID UUID; IPv4, IPv6 InetAddress; Array List; Tuple List; Map LinkedHashMap; intervals Long.
 */
public final class JavaValues {

  private JavaValues() {}

  /** Row {@code row} of {@code column}, read as {@code type}. */
  public static @Nullable Object get(Type type, Column column, int row) {
    return JavaValueReader.read(type, column, row);
  }
}
