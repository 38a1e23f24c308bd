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

  /**
   * BFloat16: the upper half of a Float32. No {@link FloatType}, since most functions over floats
   * do something else with it, or nothing.
   */
  public record Brain() implements Type {

    public static final Brain BFLOAT16 = new Brain();

    /** The nearest Float32 without its lower half. */
    public static double round(double value) {
      int bits = Float.floatToRawIntBits((float) value);
      return Float.intBitsToFloat(bits & 0xffff0000);
    }

    /** The sixteen bits of a value of this type. */
    public static int bits(double value) {
      return Float.floatToRawIntBits((float) value) >>> Short.SIZE;
    }

    /** The value of the lowest sixteen bits. */
    public static double ofBits(long bits) {
      return Float.intBitsToFloat((int) bits << Short.SIZE);
    }

    @Override
    public String name() {
      return "BFloat16";
    }

    @Override
    public Lane lane() {
      return Lane.DOUBLE;
    }
  }
}
