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

/** The place of a point on Hilbert's curve through the plane, and the point at a place. */
public final class HilbertCurve {

  /** An odd number of bits: the curve of an even number lies mirrored at the diagonal. */
  private static final int BITS = 33;

  private static final long SIDE = 1L << BITS;
  private static final int MOST_SHIFT = 32;

  private HilbertCurve() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding: Hilbert's curve");
    family.add("hilbertEncode", HilbertCurve::encode);
    family.add("hilbertDecode", t -> t.notFolded(), HilbertCurve::decode);
    return family;
  }

  private static void unsigned(CallSite call, Type type) {
    boolean encodes = call.name().equals("hilbertEncode");
    unsigned(call, type, encodes ? ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT : ErrorCode.ILLEGAL_COLUMN);
  }

  private static void unsigned(CallSite call, Type type, ErrorCode code) {
    boolean native64 =
        type instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
    if (!native64) {
      throw call.refuse(
          code, "Illegal type " + type.name() + " of argument of function " + call.name());
    }
  }

  /** By how many bits each number is widened: the constant tuple in front, or nothing at all. */
  private static int[] shifts(CallSite call, TupleType mask) {
    Column constant = call.constant(0);
    if (constant == null) {
      throw call.notImplemented("a mask that is no constant");
    }
    List<Column> elements = ((TupleColumn) constant.flatten()).elements();
    int[] shifts = new int[elements.size()];
    for (int i = 0; i < shifts.length; i++) {
      unsigned(call, mask.elements().get(i), ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT);
      long shift = ((LongColumn) elements.get(i).flatten()).values()[0];
      if (shift < 0 || shift > MOST_SHIFT) {
        throw call.refuse(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "Illegal argument of function "
                + call.name()
                + ", should be a number in range 0-"
                + MOST_SHIFT);
      }
      shifts[i] = (int) shift;
    }
    return shifts;
  }

  private static BoundFunction encode(CallSite call) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "At least one UInt argument is required for function " + call.name());
    }
    boolean masked = call.base(0) instanceof TupleType;
    if (masked && ((TupleType) call.base(0)).elements().isEmpty()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Empty tuple is not allowed for function " + call.name());
    }
    int from = masked ? 1 : 0;
    int count = call.size() - from;
    for (int i = from; i < call.size(); i++) {
      unsigned(call, call.base(i));
    }
    if (masked && ((TupleType) call.base(0)).elements().size() != count) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Illegal argument " + call.type(0).name() + " of function " + call.name());
    }
    if (count > 2) {
      throw call.refuse(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Illegal number of UInt arguments of function " + call.name() + ": at most 2");
    }
    int[] shifts = masked ? shifts(call, (TupleType) call.base(0)) : new int[count];
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane x = LongLane.of(invocation.argument(from));
              if (count == 1) {
                return row -> x.at(row) << shifts[0];
              }
              LongLane y = LongLane.of(invocation.argument(from + 1));
              return row -> place(x.at(row) << shifts[0], y.at(row) << shifts[1]);
            }));
  }

  /** 0 where a coordinate has more than 32 bits. */
  private static long place(long pointX, long pointY) {
    if ((pointX | pointY) >>> Integer.SIZE != 0) {
      return 0;
    }
    long x = pointX;
    long y = pointY;
    long place = 0;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      long right = x >>> bit & 1;
      long up = y >>> bit & 1;
      place = place << 2 | 3 * right ^ up;
      if (up == 0) {
        long turned = right == 1 ? SIDE - 1 - x : x;
        x = right == 1 ? SIDE - 1 - y : y;
        y = turned;
      }
    }
    return place;
  }

  private static BoundFunction decode(CallSite call) {
    call.arity(2);
    int[] shifts = new int[0];
    if (call.base(0) instanceof TupleType mask) {
      shifts = shifts(call, mask);
    } else {
      unsigned(call, call.base(0));
      long count = call.constantLong(0);
      shifts = new int[count < 0 || count > Byte.MAX_VALUE ? Byte.MAX_VALUE : (int) count];
    }
    if (shifts.length < 1 || shifts.length > 2) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Illegal first argument of function " + call.name() + ": one or two numbers");
    }
    unsigned(call, call.base(1));
    int[] cuts = shifts;
    Type number = IntegerType.UINT64;
    return Bound.total(
        TupleType.of(Collections.nCopies(cuts.length, number)),
        invocation -> points(invocation, cuts));
  }

  private static Column points(Invocation call, int[] cuts) {
    LongLane places = LongLane.of(call.argument(1));
    long[][] values = new long[cuts.length][call.rows()];
    long[] point = new long[2];
    for (int row = 0; row < call.rows(); row++) {
      point[0] = places.at(row);
      if (cuts.length == 2) {
        locate(places.at(row), point);
      }
      for (int i = 0; i < cuts.length; i++) {
        values[i][row] = point[i] >>> cuts[i];
      }
    }
    List<Column> columns = new ArrayList<>();
    for (long[] column : values) {
      columns.add(LongColumn.of(column, call.rows(), null));
    }
    return TupleColumn.of(columns, call.rows());
  }

  private static void locate(long place, long[] point) {
    long x = 0;
    long y = 0;
    long rest = place;
    for (int bit = 0; bit < BITS; bit++) {
      long right = rest >>> 1 & 1;
      long up = (rest ^ right) & 1;
      if (up == 0) {
        long side = 1L << bit;
        long turned = right == 1 ? side - 1 - x : x;
        x = right == 1 ? side - 1 - y : y;
        y = turned;
      }
      x |= right << bit;
      y |= up << bit;
      rest >>>= 2;
    }
    point[0] = x;
    point[1] = y;
  }
}
