// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;

/** The bits of numbers one by one. */
public final class BitLists {

  private BitLists() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding");
    family.add("bitmaskToArray", call -> list(call, true));
    family.add("bitPositionsToArray", call -> list(call, false));
    family.add("bitmaskToList", BitLists::text);
    return family;
  }

  private static IntegerType whole(CallSite call) {
    return (IntegerType) call.arity(1).integer(0).base(0);
  }

  private static long mask(IntegerType type) {
    return type.bits() == 64 ? -1L : (1L << type.bits()) - 1;
  }

  private static BoundFunction list(CallSite call, boolean powers) {
    IntegerType type = whole(call);
    return Bound.total(
        new ArrayType(powers ? type : IntegerType.UINT64),
        RowKernels.longArrays(
            invocation -> {
              LongLane lane = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                for (long left = lane.at(row) & mask(type); left != 0; left &= left - 1) {
                  out.add(
                      powers
                          ? type.wrap(Long.lowestOneBit(left))
                          : Long.numberOfTrailingZeros(left));
                }
              };
            }));
  }

  private static BoundFunction text(CallSite call) {
    IntegerType type = whole(call);
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              LongLane lane = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                StringBuilder text = new StringBuilder();
                for (long left = lane.at(row) & mask(type); left != 0; left &= left - 1) {
                  long power = type.wrap(Long.lowestOneBit(left));
                  text.append(text.length() == 0 ? "" : ",");
                  text.append(type.signed() ? Long.toString(power) : Long.toUnsignedString(power));
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
                out.write(bytes, 0, bytes.length);
              };
            }));
  }
}
