// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;

/** Types of elements as functions see them. */
public final class ElementTypes {

  private ElementTypes() {}

  /** The element type of argument {@code index}, which must be an array. */
  public static Type ofArray(CallSite call, int index) {
    if (plain(call.type(index)) instanceof ArrayType array) {
      return array.element();
    }
    throw new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Argument "
            + (index + 1)
            + " for function "
            + call.name()
            + " must be an array but it has type "
            + call.type(index).name());
  }

  /** {@code type} without LowCardinality, inside of arrays, maps and tuples too. */
  public static Type plain(Type type) {
    return LowCardinalityType.removedFrom(type);
  }

  /** {@code type} without a LowCardinality of its own: types inside of it keep theirs. */
  public static Type decoded(Type type) {
    return type instanceof LowCardinalityType coded ? coded.inner() : type;
  }

  /** Whether nothing can be of this type: that of the elements of an empty array literal. */
  public static boolean isNothing(Type type) {
    return type instanceof NothingType;
  }

  /** The refusal of an element where there can be none. */
  public static TwinhouseException refuseNothing() {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Invalid projection column with type Nothing.");
  }
}
