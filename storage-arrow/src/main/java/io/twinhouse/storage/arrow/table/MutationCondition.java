// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;

/**
 * The types that the condition of a mutation may have: the server deletes rows by {@code
 * isZeroOrNull} and changes them by {@code if}, which takes less.
 */
final class MutationCondition {

  private MutationCondition() {}

  /** Refuses a condition as the server does. */
  static void check(Mutation mutation, Type type) {
    Type base = type.base();
    boolean truth = base instanceof BoolType || base instanceof NothingType;
    if (truth || (base instanceof IntegerType integer && integer.name().equals("UInt8"))) {
      return;
    }
    if (mutation.lightweight()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + base.name()
              + " of first argument (condition) of function if. Must be UInt8: in the condition of"
              + " a mutation.");
    }
    boolean wide = base instanceof IntegerType integer && integer.bits() > Long.SIZE;
    if (wide || base instanceof DecimalType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER,
          "Invalid type for filter in WHERE: " + type.name() + ".");
    }
    if (!(base instanceof IntegerType) && !(base instanceof FloatType)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The argument of function isZeroOrNull must have simple numeric type, possibly Nullable"
              + " or Null: in the condition of a mutation.");
    }
  }
}
