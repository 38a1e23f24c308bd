// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.calcite.rex.RexNode;

/**
 * Literals of type UInt64 that fit Int64: beside signed integers the server takes them for Int64
 * where it looks for a common type.
 */
final class LargeLiterals {

  private LargeLiterals() {}

  /** Gives such literals among a call's operands the type Int64. */
  static void settle(Call call, List<RexNode> operands, RexFactory rex) {
    int count = operands.size();
    if (count != call.arguments().size()) {
      return;
    }
    switch (call.name().toLowerCase(Locale.ROOT)) {
      case "array", "coalesce", "ifnull" -> settle(call, operands, rex, 0, 1, -1);
      case "if" -> settle(call, operands, rex, 1, 1, -1);
      case "multiif" -> settle(call, operands, rex, 1, 2, count - 1);
      case "casewithexpression" -> settle(call, operands, rex, 2, 2, count - 1);
      case "map" -> {
        settle(call, operands, rex, 0, 2, -1);
        settle(call, operands, rex, 1, 2, -1);
      }
      default -> {}
    }
  }

  /** Among each {@code step}th operand from {@code first} on, and {@code last}. */
  private static void settle(
      Call call, List<RexNode> operands, RexFactory rex, int first, int step, int last) {
    int[] places =
        IntStream.range(first, operands.size())
            .filter(i -> (i - first) % step == 0 || i == last)
            .toArray();
    boolean signed = false;
    for (int place : places) {
      Type type = RexFactory.typeOf(operands.get(place)).base();
      signed |= type instanceof IntegerType integer && integer.signed() && type.lane() == Lane.LONG;
      if (type.equals(IntegerType.UINT64) && !fits(call.arguments().get(place))) {
        return;
      }
    }
    for (int place : places) {
      Expr written = call.arguments().get(place);
      if (signed
          && written instanceof Literal.Number number
          && RexFactory.typeOf(operands.get(place)).equals(IntegerType.UINT64)) {
        long value = number.integerValue().longValue();
        operands.set(place, rex.constant(IntegerType.INT64, LongColumn.of(value)));
      }
    }
  }

  private static boolean fits(Expr written) {
    return written instanceof Literal.Number number
        && number.isInteger()
        && number.integerValue().compareTo(BigInteger.valueOf(Long.MAX_VALUE)) <= 0;
  }
}
