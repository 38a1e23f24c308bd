// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Float32 and Float64. */
public record FloatType(int bits) implements Type {

  public static final FloatType FLOAT32 = new FloatType(32);
  public static final FloatType FLOAT64 = new FloatType(64);

  @Override
  public String name() {
    return "Float" + bits;
  }

  @Override
  public Lane lane() {
    return Lane.DOUBLE;
  }
}
