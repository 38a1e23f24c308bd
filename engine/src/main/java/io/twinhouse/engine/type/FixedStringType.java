// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** FixedString(N): exactly {@code length} bytes, padded with zero bytes. */
public record FixedStringType(int length) implements Type {

  @Override
  public String name() {
    return "FixedString(" + length + ")";
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }
}
