// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** Types that sums over elements have. */
final class SumTypes {

  private SumTypes() {}

  /** The type of a sum of values of {@code type}; null where the server adds none. */
  static @Nullable Type of(Type type) {
    if (type instanceof BoolType) {
      return IntegerType.UINT64;
    }
    if (type instanceof IntegerType integer) {
      return new IntegerType(Math.max(64, integer.bits()), integer.signed());
    }
    if (type instanceof FloatType) {
      return FloatType.FLOAT64;
    }
    if (type instanceof DecimalType decimal) {
      return new DecimalType(decimal.bits() == 256 ? 76 : 38, decimal.scale());
    }
    return null;
  }
}
