// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bits of several numbers woven into one, and taken apart again. A tuple in front says how far
 * the bits of each number are drawn apart before.
 */
public final class MortonOrder {

  private static final int MOST_NUMBERS = 8;

  private MortonOrder() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding: Morton's order");
    family.add("mortonEncode", MortonOrder::weave);
    family.add("mortonDecode", t -> t.notFolded(), MortonOrder::unweave);
    return family;
  }

  private static void unsigned(CallSite call, Type type, ErrorCode code) {
    boolean plain = type instanceof IntegerType number && !number.signed() && number.bits() <= 64;
    if (!plain) {
      throw call.refuse(
          code,
          "Illegal type " + type.name() + " of argument of function " + call.name() + ": a UInt");
    }
  }

  /** How far apart the bits of each number are: the constant tuple in front. */
  private static int[] spreads(CallSite call, TupleType mask) {
    Column constant = call.constant(0);
    if (constant == null) {
      throw call.notImplemented("a mask that is no constant");
    }
    List<Column> elements = ((TupleColumn) constant.flatten()).elements();
    int[] spreads = new int[elements.size()];
    for (int i = 0; i < spreads.length; i++) {
      unsigned(call, mask.elements().get(i), ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT);
      long spread = ((LongColumn) elements.get(i).flatten()).values()[0];
      if (spread < 1 || spread > MOST_NUMBERS) {
        throw outOfBound(call, "should be a number in range 1-" + MOST_NUMBERS);
      }
      spreads[i] = (int) spread;
    }
    return spreads;
  }

  private static RuntimeException outOfBound(CallSite call, String wanted) {
    return call.refuse(
        ErrorCode.ARGUMENT_OUT_OF_BOUND,
        "Illegal argument " + call.type(0).name() + " of function " + call.name() + ", " + wanted);
  }

  private static BoundFunction weave(CallSite call) {
    boolean masked = call.size() > 0 && call.base(0) instanceof TupleType;
    int from = masked ? 1 : 0;
    int count = call.size() - from;
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "At least one UInt argument is required for function " + call.name());
    }
    for (int i = from; i < call.size(); i++) {
      unsigned(call, call.base(i), ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT);
    }
    if (masked && ((TupleType) call.base(0)).elements().size() != count) {
      throw outOfBound(call, "tuple size should be equal to number of UInt arguments");
    }
    if (count > MOST_NUMBERS) {
      throw call.refuse(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Illegal number of UInt arguments of function " + call.name() + ", max: 8");
    }
    int @Nullable [] spreads = masked ? spreads(call, (TupleType) call.base(0)) : null;
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane[] lanes = new LongLane[count];
              for (int i = 0; i < count; i++) {
                lanes[i] = LongLane.of(invocation.argument(from + i));
              }
              return row -> {
                long woven = 0;
                for (int i = 0; i < count; i++) {
                  long value = lanes[i].at(row);
                  long wide =
                      spreads == null ? value : apart(value, spreads[i], spreads[i] - 1, Long.SIZE);
                  woven |= apart(wide, count, i, Long.SIZE / count);
                }
                return woven;
              };
            }));
  }

  /**
   * Bit b of {@code value} at place {@code b * step + first}; what comes to lie outside is lost.
   */
  private static long apart(long value, int step, int first, int bits) {
    long apart = 0;
    for (int b = 0, place = first; b < bits && place < Long.SIZE; b++, place += step) {
      apart |= (value >>> b & 1) << place;
    }
    return apart;
  }

  /** The reverse of {@link #apart}. */
  private static long together(long value, int step, int first, int bits) {
    long together = 0;
    for (int b = 0, place = first; b < bits && place < Long.SIZE; b++, place += step) {
      together |= (value >>> place & 1) << b;
    }
    return together;
  }

  private static BoundFunction unweave(CallSite call) {
    int @Nullable [] spreads = null;
    int count;
    if (call.arity(2).base(0) instanceof TupleType mask) {
      spreads = spreads(call, mask);
      count = spreads.length;
    } else {
      unsigned(call, call.base(0), ErrorCode.ILLEGAL_COLUMN);
      long given = call.constantLong(0);
      count = given < 0 || given > MOST_NUMBERS ? 0 : (int) given;
    }
    if (count < 1 || count > MOST_NUMBERS) {
      throw outOfBound(call, "should be a number in range 1-8 or a tuple of such size");
    }
    unsigned(call, call.base(1), ErrorCode.ILLEGAL_COLUMN);
    int @Nullable [] drawn = spreads;
    return Bound.total(
        TupleType.of(Collections.nCopies(count, (Type) IntegerType.UINT64)),
        invocation -> parts(invocation, count, drawn));
  }

  private static Column parts(Invocation call, int count, int @Nullable [] spreads) {
    LongLane lane = LongLane.of(call.argument(1));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long[] values = new long[call.rows()];
      for (int row = 0; row < values.length; row++) {
        long value = together(lane.at(row), count, i, Long.SIZE / count);
        values[row] =
            spreads == null ? value : together(value, spreads[i], spreads[i] - 1, Long.SIZE);
      }
      columns.add(LongColumn.of(values, values.length, null));
    }
    return TupleColumn.of(columns, call.rows());
  }
}
