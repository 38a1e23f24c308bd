// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** x and y of all points changed over, in arrays of any depth. */
final class FlippedCoordinates {

  private FlippedCoordinates() {}

  static BoundFunction bind(CallSite call) {
    if (ShapeFunctions.isGeometry(call.arity(1))) {
      return ofAny();
    }
    Type type = call.base(0);
    while (type instanceof ArrayType array) {
      type = array.element();
    }
    if (!(type instanceof TupleType pair)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          type instanceof NothingType
              ? "Illegal nested type Nothing of argument of function flipCoordinates"
              : "Illegal type "
                  + call.type(0).name()
                  + " of argument of function flipCoordinates. Expected Point (Tuple), Ring"
                  + " (Array(Point)), Polygon (Array(Ring)), or MultiPolygon (Array(Polygon))");
    }
    if (pair.elements().size() != 2) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function flipCoordinates expects all Tuple elements to have exactly 2 values (x, y), but"
              + " found a Tuple with "
              + pair.elements().size()
              + " elements");
    }
    for (Type element : pair.elements()) {
      if (!element.equals(FloatType.FLOAT64)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Function flipCoordinates expects tuple elements to be Float64, but there is one of"
                + " type "
                + element.name());
      }
    }
    return Bound.total(call.base(0), invocation -> flipped(invocation.flat(0)));
  }

  /** The result has the members of Geometry, not its name. */
  private static BoundFunction ofAny() {
    Type result = Type.Geo.GEOMETRY.structure();
    return Bound.of(
        result,
        ShapeWriter.kernel(
            result,
            invocation -> {
              ShapeReader shapes = ShapeReader.of(Type.Geo.GEOMETRY, invocation.argument(0));
              return row -> {
                Shape shape = shapes.at(row);
                return shape == null ? null : flipped(shape);
              };
            }));
  }

  private static Shape flipped(Shape shape) {
    double[][][] polygons = new double[shape.polygons().length][][];
    for (int p = 0; p < polygons.length; p++) {
      polygons[p] = new double[shape.polygons()[p].length][];
      for (int r = 0; r < polygons[p].length; r++) {
        double[] ring = shape.polygons()[p][r];
        polygons[p][r] = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
          polygons[p][r][i] = ring[i ^ 1];
        }
      }
    }
    return new Shape(shape.kind(), polygons);
  }

  private static Column flipped(Column column) {
    if (column instanceof ArrayColumn array) {
      return ArrayColumn.of(array.offsets(), flipped(array.elements().flatten()), array.size());
    }
    List<Column> parts = ((TupleColumn) column).elements();
    return TupleColumn.of(List.of(parts.get(1), parts.get(0)), column.size());
  }
}
