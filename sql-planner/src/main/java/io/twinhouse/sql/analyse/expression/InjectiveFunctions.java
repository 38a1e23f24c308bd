// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.sql.rel.FunctionOperator;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/**
 * Functions that the server takes for injective, whatever their arguments, and leaves out where
 * only the number of different values matters. It shows: it takes some that are not, and an
 * estimate over the arguments is another one than over the results.
 */
public final class InjectiveFunctions {

  private static final Set<String> NAMES =
      Set.of(
          "toString",
          "negate",
          "tuple",
          "map",
          "materialize",
          "bitNot",
          "hex",
          "bin",
          "unhex",
          "unbin",
          "reverse",
          "arrayReverse",
          "reverseUTF8",
          "IPv4ToIPv6",
          "IPv4NumToString",
          "IPv6NumToString",
          "MACNumToString",
          "UUIDNumToString",
          "UUIDToNum",
          "toFixedString",
          "byteSwap",
          "toTimeZone",
          "bitmaskToList",
          "bitmaskToArray",
          "bitPositionsToArray",
          "toModifiedJulianDay",
          "fromModifiedJulianDay");

  private InjectiveFunctions() {}

  /** Whether {@code value} is a call of one of them. */
  public static boolean isCall(RexNode value) {
    return value instanceof RexCall call
        && call.getOperator() instanceof FunctionOperator function
        && NAMES.contains(function.getName());
  }

  /** The value below all such calls of one argument. */
  static RexNode innermost(RexNode value) {
    RexNode inner = value;
    while (isCall(inner) && ((RexCall) inner).getOperands().size() == 1) {
      inner = ((RexCall) inner).getOperands().get(0);
    }
    return inner;
  }
}
