// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/**
 * How the values of a type travel through the operators. Several types share a lane; the type says
 * how the lane's values are read (signed, unsigned, days, ticks, ...).
 */
public enum Lane {
  /**
   * One {@code long} a value: integers up to 64 bits (unsigned ones zero-extended, UInt64 as its
   * bit pattern, signed ones sign-extended), Bool, dates (days), times (seconds or ticks), enums,
   * IPv4, Decimal32 and Decimal64 (unscaled).
   */
  LONG,
  /** One {@code double} a value: Float64, and Float32 and BFloat16 rounded to their precision. */
  DOUBLE,
  /** A run of bytes: String, FixedString, JSON text, aggregate states. */
  BYTES,
  /**
   * Two or four {@code long} words a value, least significant first: 128 and 256-bit integers and
   * decimals in two's complement; UUID and IPv6 as their high 64 bits in word 1 and low in word 0.
   */
  WIDE,
  /** Offsets over one element column: Array, and Map as an array of (key, value) tuples. */
  ARRAY,
  /** One column an element: Tuple. */
  TUPLE
}
