// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/**
 * Areas in the plane, of points, rings, polygons (rings, the first around all others) and several
 * polygons. Rings are taken as they stand: nobody closes them, and those that run against the clock
 * have an area below zero.
 */
public final class FlatShapes {

  private static final int MOST_DEPTH = 3;

  /** A ring that is closed has so many points at least. */
  private static final int LEAST_POINTS = 4;

  private FlatShapes() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Geo: shapes in the plane")
        .add("areaCartesian", call -> bind(call, true))
        .add("polygonAreaCartesian", call -> bind(call, false));
  }

  private static BoundFunction bind(CallSite call, boolean points) {
    Type type = call.arity(1).type(0);
    int depth = 0;
    while (type instanceof ArrayType array && depth < MOST_DEPTH) {
      type = array.element();
      depth++;
    }
    boolean isPoint =
        type instanceof TupleType tuple
            && tuple.elements().size() == 2
            && tuple.elements().stream().allMatch(FloatType.FLOAT64::equals);
    if (!isPoint || depth == 0 && !points) {
      throw call.refuse(
          isPoint || points ? ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT : ErrorCode.BAD_ARGUMENTS,
          "First argument of function " + call.name() + " must not be " + call.type(0).name());
    }
    int levels = depth;
    return Bound.total(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              Column shapes = invocation.flat(0);
              return row -> levels == 0 ? 0 : sum(shapes, row, levels);
            }));
  }

  /** The areas of all rings of a shape, added up polygon by polygon. */
  private static double sum(Column shapes, int row, int levels) {
    ArrayColumn arrays = (ArrayColumn) shapes;
    int from = arrays.offsets()[row];
    int to = arrays.offsets()[row + 1];
    Column parts = arrays.elements().flatten();
    if (levels == 1) {
      TupleColumn points = (TupleColumn) parts;
      double[] x = ((DoubleColumn) points.elements().get(0).flatten()).values();
      double[] y = ((DoubleColumn) points.elements().get(1).flatten()).values();
      return area(x, y, from, to);
    }
    if (levels == 2 && from < to) {
      return sum(parts, from, 1) + sum(parts, from + 1, to, 1);
    }
    return sum(parts, from, to, levels - 1);
  }

  private static double sum(Column parts, int from, int to, int levels) {
    double sum = 0;
    for (int part = from; part < to; part++) {
      sum += sum(parts, part, levels);
    }
    return sum;
  }

  private static double area(double[] x, double[] y, int from, int to) {
    if (to - from < LEAST_POINTS) {
      return 0;
    }
    double sum = 0;
    for (int i = from + 1; i < to; i++) {
      sum += (x[i - 1] + x[i]) * (y[i - 1] - y[i]);
    }
    return sum / 2;
  }
}
