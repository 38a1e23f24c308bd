// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a point lies in a polygon with holes. The server cuts constant polygons into cells first,
 * which settles points on an edge by rounding, and counts the edges on one side of the point for
 * others. What it takes for a constant is not always known here: points on an edge are refused.
 */
final class PointInPolygon {

  private PointInPolygon() {}

  static BoundFunction bind(CallSite call) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Function " + call.name() + " requires at least 2 arguments");
    }
    checkPoint(call, 0, call.base(0));
    int depth = depth(call, 1);
    boolean isConstant = true;
    for (int i = 1; i < call.size(); i++) {
      if (depth(call, i) != depth) {
        throw call.illegal(i);
      }
      isConstant &= call.constant(i) != null;
    }
    if (depth > 2 && call.size() > 2) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument 2 for function "
              + call.name()
              + ": an array of arrays of arrays of tuples can be used only when it is the sole"
              + " polygon argument");
    }
    if (!isConstant && call.size() > 2) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Multi-argument version of function "
              + call.name()
              + " works only with const Polygon/MultiPolygon");
    }
    boolean cut = isConstant;
    if (cut) {
      List<Rings> rings = new ArrayList<>();
      for (int i = 1; i < call.size(); i++) {
        rings.add(Rings.of(ConstantColumn.of(constant(call, i), 1), call.base(i)));
      }
      Outlines.of(rings, 0, depth).checkValid();
    }
    return Bound.of(
        IntegerType.UINT8, RowKernels.longs(invocation -> open(call, invocation, cut, depth)));
  }

  private static Column constant(CallSite call, int index) {
    Column value = call.constant(index);
    if (value == null) {
      throw new IllegalStateException("argument " + index + " is no constant");
    }
    return value.flatten();
  }

  private static void checkPoint(CallSite call, int index, Type type) {
    if (!(type instanceof TupleType tuple)) {
      throw call.illegal(index);
    }
    if (tuple.elements().size() != 2) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Argument " + (index + 1) + " for function " + call.name() + " must have two elements");
    }
    for (Type element : tuple.elements()) {
      boolean integer = element instanceof IntegerType && element.lane() == Lane.LONG;
      if (!integer && !(element instanceof FloatType)) {
        throw call.illegal(index);
      }
    }
  }

  /** How many arrays are around the points of argument {@code index}. */
  private static int depth(CallSite call, int index) {
    int depth = 0;
    Type type = call.base(index);
    while (type instanceof ArrayType array) {
      depth++;
      type = array.element();
    }
    if (depth == 0 || depth > 3) {
      throw call.illegal(index);
    }
    checkPoint(call, index, type);
    return depth;
  }

  private static RowKernels.LongRow open(
      CallSite call, Invocation invocation, boolean cut, int depth) {
    TupleType type = (TupleType) call.base(0);
    Column points = invocation.argument(0);
    DoubleLane xs = DoubleLane.of(type.elements().get(0), part(points, 0));
    DoubleLane ys = DoubleLane.of(type.elements().get(1), part(points, 1));
    List<Rings> rings = new ArrayList<>();
    for (int i = 1; i < call.size(); i++) {
      rings.add(Rings.of(invocation.argument(i), call.base(i)));
    }
    Outlines same = cut && invocation.rows() > 0 ? Outlines.of(rings, 0, depth) : null;
    return row -> {
      Outlines outline = same == null ? Outlines.of(rings, row, depth) : same;
      double x = xs.at(row);
      double y = ys.at(row);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        return 0;
      }
      int side = outline.side(x, y);
      if (side == 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Function pointInPolygon is not implemented for a point on an edge of a polygon: ("
                + x
                + ", "
                + y
                + ")");
      }
      if (!cut) {
        return outline.holds(x, y) ? 1 : 0;
      }
      return side >= 0 ? 1 : 0;
    };
  }

  /** Element {@code index} of a column of tuples. */
  static Column part(Column tuples, int index) {
    if (tuples instanceof ConstantColumn constant) {
      Column value = ((TupleColumn) constant.value()).elements().get(index);
      return ConstantColumn.of(value.flatten(), tuples.size());
    }
    return ((TupleColumn) tuples).elements().get(index);
  }

  /** The polygons of a row: they hold a point if one of them does. */
  private record Outlines(List<Outline> polygons) {

    static Outlines of(List<Rings> arguments, int row, int depth) {
      List<Outline> polygons = new ArrayList<>();
      if (depth == 1) {
        List<double[][]> rings = new ArrayList<>();
        for (Rings argument : arguments) {
          rings.add(argument.ring(row));
        }
        polygons.add(Outline.of(rings));
      } else {
        for (Rings argument : arguments) {
          argument.addTo(polygons, row);
        }
      }
      if (depth > 1) {
        polygons.forEach(Outline::requirePoints);
      }
      return new Outlines(polygons);
    }

    void checkValid() {
      for (int i = 0; i < polygons.size(); i++) {
        polygons.get(i).checkValid();
        for (int j = 0; j < i; j++) {
          polygons.get(i).checkApart(polygons.get(j));
        }
      }
    }

    /** As that of one polygon: 0 if the point is on an edge of any. */
    int side(double x, double y) {
      int side = -1;
      for (Outline polygon : polygons) {
        int own = polygon.side(x, y);
        if (own == 0) {
          return 0;
        }
        side = Math.max(side, own);
      }
      return side;
    }

    boolean holds(double x, double y) {
      return polygons.stream().anyMatch(polygon -> polygon.holds(x, y));
    }
  }

  /**
   * One argument's rings, row by row.
   *
   * @param levels the arrays around the points, from the outermost
   */
  private record Rings(List<ArrayLane> levels, DoubleLane xs, DoubleLane ys) {

    static Rings of(Column column, Type type) {
      List<ArrayLane> levels = new ArrayList<>();
      Column inner = column;
      Type element = type;
      while (element instanceof ArrayType array) {
        levels.add(ArrayLane.of(inner));
        inner = levels.get(levels.size() - 1).elements();
        element = array.element();
      }
      List<Type> types = ((TupleType) element).elements();
      return new Rings(
          levels,
          DoubleLane.of(types.get(0), part(inner, 0)),
          DoubleLane.of(types.get(1), part(inner, 1)));
    }

    /** Adds the row's polygon, or its polygons. */
    void addTo(List<Outline> polygons, int row) {
      ArrayLane outer = levels.get(0);
      if (levels.size() == 2) {
        polygons.add(polygon(outer, row));
        return;
      }
      for (int i = outer.start(row); i < outer.end(row); i++) {
        polygons.add(polygon(levels.get(1), i));
      }
    }

    private Outline polygon(ArrayLane lane, int row) {
      List<double[][]> rings = new ArrayList<>();
      for (int i = lane.start(row); i < lane.end(row); i++) {
        rings.add(ring(i));
      }
      return Outline.of(rings);
    }

    private double[][] ring(int row) {
      ArrayLane points = levels.get(levels.size() - 1);
      int length = points.length(row);
      double[][] ring = new double[2][length];
      for (int i = 0; i < length; i++) {
        ring[0][i] = xs.at(points.start(row) + i);
        ring[1][i] = ys.at(points.start(row) + i);
      }
      return ring;
    }
  }
}
