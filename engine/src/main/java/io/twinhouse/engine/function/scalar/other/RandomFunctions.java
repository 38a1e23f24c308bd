// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.UuidType;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random values: of the same shape as the server's, never the same values. */
public final class RandomFunctions {

  private RandomFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Random");
    family.add(
        "rand",
        t -> t.ownNulls().withAliases("rand32").anyCase().notDeterministic(),
        call -> numbers(call, IntegerType.UINT32));
    family.add(
        "rand64", t -> t.ownNulls().notDeterministic(), call -> numbers(call, IntegerType.UINT64));
    family.add("randConstant", t -> t.ownNulls().notDeterministic(), RandomFunctions::one);
    family.add("generateUUIDv4", t -> t.ownNulls().notDeterministic(), RandomFunctions::uuids);
    return family;
  }

  private static BoundFunction numbers(CallSite call, IntegerType type) {
    call.arity(0, 1);
    return Bound.total(
        type,
        invocation -> {
          SplittableRandom random = fresh();
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            result[row] = type.wrap(random.nextLong());
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static BoundFunction one(CallSite call) {
    call.arity(0, 1);
    long value = IntegerType.UINT32.wrap(fresh().nextLong());
    return Bound.constant(IntegerType.UINT32, LongColumn.of(value));
  }

  private static BoundFunction uuids(CallSite call) {
    call.arity(0, 1);
    return Bound.total(
        UuidType.INSTANCE,
        invocation -> {
          SplittableRandom random = fresh();
          long[] words = new long[invocation.rows() * 2];
          for (int row = 0; row < invocation.rows(); row++) {
            words[2 * row] = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
            words[2 * row + 1] = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
          }
          return WideColumn.of(words, 2, invocation.rows(), null);
        });
  }

  /** These functions are random to the user; only their shape is ever tested. */
  static SplittableRandom fresh() {
    return new SplittableRandom(UUID.randomUUID().getLeastSignificantBits());
  }
}
