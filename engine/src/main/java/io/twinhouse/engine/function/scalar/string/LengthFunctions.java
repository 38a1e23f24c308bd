// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.function.IntToLongFunction;

/** Lengths of strings, arrays and maps, and whether they are empty. */
final class LengthFunctions {

  private LengthFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings and arrays: length")
        .add(
            "length",
            t -> t.withAliases("OCTET_LENGTH", "CARDINALITY").anyCase(),
            call -> bind(call, IntegerType.UINT64, n -> n))
        .add("empty", call -> emptiness(call, true))
        .add("notEmpty", call -> emptiness(call, false))
        .add(
            "lengthUTF8",
            t -> t.withAliases("CHAR_LENGTH", "CHARACTER_LENGTH").anyCase(),
            call -> {
              call.arity(1).text(0);
              return Bound.total(IntegerType.UINT64, Operands.bytesToLong(Utf8::count));
            });
  }

  private static BoundFunction emptiness(CallSite call, boolean empty) {
    Type base = call.arity(1).base(0);
    if (base.equals(IpType.IPV4)) {
      return Bound.total(IntegerType.UINT8, Operands.longs(x -> x == 0 == empty ? 1 : 0));
    }
    if (base instanceof UuidType || base instanceof IpType) {
      return Bound.total(
          IntegerType.UINT8,
          invocation -> {
            long[] words = ((WideColumn) invocation.flat(0)).values();
            long[] flags = invocation.scratch().longs(invocation.rows());
            for (int row = 0; row < invocation.rows(); row++) {
              boolean zero = (words[2 * row] | words[2 * row + 1]) == 0;
              flags[row] = zero == empty ? 1 : 0;
            }
            return LongColumn.of(flags, invocation.rows(), null);
          });
    }
    if (base instanceof FixedStringType) {
      return Bound.total(
          IntegerType.UINT8,
          Operands.bytesToLong((data, from, to) -> isZero(data, from, to) == empty ? 1 : 0));
    }
    return bind(call, IntegerType.UINT8, n -> n == 0 == empty ? 1 : 0);
  }

  private static boolean isZero(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static BoundFunction bind(CallSite call, Type result, IntToLongFunction of) {
    Type base = call.arity(1).base(0);
    if (base.lane() == Lane.ARRAY) {
      return Bound.total(
          result,
          invocation -> {
            ArrayColumn arrays = (ArrayColumn) invocation.flat(0);
            long[] lengths = invocation.scratch().longs(invocation.rows());
            for (int row = 0; row < invocation.rows(); row++) {
              lengths[row] = of.applyAsLong(arrays.length(row));
            }
            return LongColumn.of(lengths, invocation.rows(), null);
          });
    }
    call.text(0);
    return Bound.total(result, Operands.bytesToLong((data, from, to) -> of.applyAsLong(to - from)));
  }
}
