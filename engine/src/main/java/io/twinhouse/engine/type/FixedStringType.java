// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** FixedString(N): exactly {@code length} bytes, padded with zero bytes. */
public record FixedStringType(int length) implements Type {

  /** The longest that the server knows. */
  public static final int MOST_BYTES = 0xFF_FFFF;

  @Override
  public String name() {
    return "FixedString(" + length + ")";
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }
}
