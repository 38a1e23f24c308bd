// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bits of numbers one by one, and bits of several numbers woven into one (Morton's order). */
public final class BitLists {

  private static final int MOST_NUMBERS = 8;

  private BitLists() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding");
    family.add("bitmaskToArray", call -> list(call, true));
    family.add("bitPositionsToArray", call -> list(call, false));
    family.add("bitmaskToList", BitLists::text);
    family.add("mortonEncode", BitLists::weave);
    family.add("mortonDecode", t -> t.notFolded(), BitLists::unweave);
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

  private static void unsigned(CallSite call, int index) {
    if (!(call.base(index) instanceof IntegerType type) || type.signed() || type.bits() > 64) {
      throw call.base(index) instanceof TupleType
          ? call.notImplemented("tuples")
          : call.illegal(index);
    }
  }

  private static BoundFunction weave(CallSite call) {
    int count = call.arity(1, MOST_NUMBERS).size();
    for (int i = 0; i < count; i++) {
      unsigned(call, i);
    }
    int bits = 64 / count;
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane[] lanes = new LongLane[count];
              for (int i = 0; i < count; i++) {
                lanes[i] = LongLane.of(invocation.argument(i));
              }
              return row -> {
                long woven = 0;
                for (int i = 0; i < count; i++) {
                  woven |= spread(lanes[i].at(row), count, bits) << i;
                }
                return woven;
              };
            }));
  }

  /** Bit b of {@code value} at place {@code b * count}. */
  private static long spread(long value, int count, int bits) {
    if (bits < 64 && value >>> bits != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Weaving numbers of more than " + bits + " bits");
    }
    long spread = 0;
    for (int b = 0; b < bits; b++) {
      spread |= (value >>> b & 1) << b * count;
    }
    return spread;
  }

  private static BoundFunction unweave(CallSite call) {
    if (call.arity(2).base(0) instanceof TupleType) {
      throw call.notImplemented("tuples");
    }
    long count = call.constantLong(0);
    if (count < 1 || count > MOST_NUMBERS) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Illegal first argument " + count + " of function mortonDecode: from 1 to 8");
    }
    unsigned(call, 1);
    int numbers = (int) count;
    Type number = IntegerType.UINT64;
    return Bound.total(
        TupleType.of(new ArrayList<>(Collections.nCopies(numbers, number))),
        invocation -> {
          LongLane lane = LongLane.of(invocation.argument(1));
          List<Column> columns = new ArrayList<>();
          for (int i = 0; i < numbers; i++) {
            long[] values = new long[invocation.rows()];
            for (int row = 0; row < values.length; row++) {
              values[row] = gathered(lane.at(row) >>> i, numbers);
            }
            columns.add(LongColumn.of(values, values.length, null));
          }
          return TupleColumn.of(columns, invocation.rows());
        });
  }

  private static long gathered(long value, int count) {
    long gathered = 0;
    for (int b = 0; b < 64 / count; b++) {
      gathered |= (value >>> b * count & 1) << b;
    }
    return gathered;
  }
}
