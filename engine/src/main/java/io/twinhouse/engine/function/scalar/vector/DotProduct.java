// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.vector;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/** The sum of products of two arrays, whole numbers in the type of such a product. */
final class DotProduct {

  /** Of two arrays of different types. */
  private static final LaneSum OF_MIXED = new LaneSum(4, false);

  private DotProduct() {}

  /** Of two tuples or two arrays. */
  static BoundFunction bind(CallSite call) {
    return call.arity(2).base(0) instanceof TupleType ? TupleVectors.bind(call) : ofArrays(call);
  }

  static BoundFunction ofArrays(CallSite call) {
    Type a = element(call.arity(2), 0);
    Type b = element(call, 1);
    if (a instanceof IntegerType x && b instanceof IntegerType y) {
      int bits = Math.max(x.bits(), y.bits());
      IntegerType type = new IntegerType(Math.min(64, bits * 2), x.signed() || y.signed());
      return Bound.of(type, RowKernels.longs(invocation -> wholes(call, invocation, type)));
    }
    boolean single = a.equals(FloatType.FLOAT32) && b.equals(FloatType.FLOAT32);
    return Bound.of(
        single ? FloatType.FLOAT32 : FloatType.FLOAT64,
        RowKernels.doubles(invocation -> floats(call, invocation, single)));
  }

  private static Type element(CallSite call, int index) {
    if (!(call.base(index) instanceof ArrayType array)) {
      throw call.illegal(index);
    }
    Type element = array.element();
    boolean integer = element instanceof IntegerType && element.lane() == Lane.LONG;
    if (!integer && !(element instanceof FloatType)) {
      throw call.illegal(index);
    }
    return element;
  }

  private static int size(CallSite call, ArrayLane a, ArrayLane b, int row) {
    if (a.length(row) != b.length(row)) {
      throw new TwinhouseException(
          ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
          "Array arguments for function " + call.name() + " must have equal sizes");
    }
    return a.length(row);
  }

  private static RowKernels.LongRow wholes(CallSite call, Invocation invocation, IntegerType type) {
    ArrayLane a = ArrayLane.of(invocation.argument(0));
    ArrayLane b = ArrayLane.of(invocation.argument(1));
    LongLane x = LongLane.of(a.elements());
    LongLane y = LongLane.of(b.elements());
    return row -> {
      int size = size(call, a, b, row);
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += x.at(a.start(row) + i) * y.at(b.start(row) + i);
      }
      return type.wrap(sum);
    };
  }

  private static RowKernels.DoubleRow floats(CallSite call, Invocation invocation, boolean single) {
    ArrayLane a = ArrayLane.of(invocation.argument(0));
    ArrayLane b = ArrayLane.of(invocation.argument(1));
    DoubleLane x = DoubleLane.of(element(call, 0), a.elements());
    DoubleLane y = DoubleLane.of(element(call, 1), b.elements());
    LaneSum sum = element(call, 0).equals(element(call, 1)) ? LaneSum.OF_NORMS : OF_MIXED;
    return row -> {
      int size = size(call, a, b, row);
      int atA = a.start(row);
      int atB = b.start(row);
      return single
          ? singles(size, x, atA, y, atB)
          : sum.products(size, i -> x.at(atA + i), i -> y.at(atB + i));
    };
  }

  /** As sums of norms are made, in single precision. */
  private static float singles(int size, DoubleLane x, int atX, DoubleLane y, int atY) {
    int lanes = LaneSum.OF_NORMS.lanes();
    float[] sums = new float[lanes];
    int at = 0;
    for (; at + lanes <= size; at += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        int i = at + lane;
        sums[lane] = Math.fma((float) x.at(atX + i), (float) y.at(atY + i), sums[lane]);
      }
    }
    float sum = 0;
    for (float part : sums) {
      sum += part;
    }
    for (; at < size; at++) {
      sum = Math.fma((float) x.at(atX + at), (float) y.at(atY + at), sum);
    }
    return sum;
  }
}
