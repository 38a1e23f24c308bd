// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a quota counts, in the server's order. */
public enum QuotaResource {
  QUERIES,
  QUERY_SELECTS,
  QUERY_INSERTS,
  ERRORS,
  RESULT_ROWS,
  RESULT_BYTES,
  READ_ROWS,
  READ_BYTES,
  /** Counted in nanoseconds, told in seconds. */
  EXECUTION_TIME,
  WRITTEN_BYTES;

  private static final BigInteger VALUES = BigInteger.ONE.shiftLeft(64);

  /** As in statements and names of columns. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The resource of a name in small letters; null if it is none. */
  public static @Nullable QuotaResource of(String word) {
    for (QuotaResource resource : values()) {
      if (resource.word().equals(word)) {
        return resource;
      }
    }
    return null;
  }

  /** How many of what is counted one of what is told are. */
  public long unit() {
    return this == EXECUTION_TIME ? 1_000_000_000L : 1;
  }

  /** The count of an amount as statements write it, an unsigned number. */
  public long count(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(unit())).toBigInteger().mod(VALUES).longValue();
  }

  /** A count as it is told. */
  public String text(long count) {
    if (unit() == 1) {
      return Long.toUnsignedString(count);
    }
    return new BigDecimal(Long.toUnsignedString(count))
        .divide(BigDecimal.valueOf(unit()))
        .stripTrailingZeros()
        .toPlainString();
  }
}
