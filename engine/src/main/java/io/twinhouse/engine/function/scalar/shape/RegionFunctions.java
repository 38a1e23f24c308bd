// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;

/** Functions of two regions of the plane. */
final class RegionFunctions {

  private RegionFunctions() {}

  static void addTo(FunctionFamily family) {
    family.add("polygonsIntersectCartesian", call -> truth(call, Region::intersects));
    family.add("polygonsWithinCartesian", call -> truth(call, Region::isWithin));
    family.add("geometryIntersectCartesian", RegionFunctions::intersect);
    family.add("polygonsEqualsCartesian", call -> truth(call, Region::isSameAs));
    family.add("polygonsDistanceCartesian", RegionFunctions::distance);
  }

  /** Of shapes of any kind; an array without a name might be of two. */
  private static BoundFunction intersect(CallSite call) {
    call.arity(2);
    for (int i = 0; i < 2; i++) {
      ShapeKind kind = ShapeKind.of(call.base(i));
      if (call.base(i).carriesType()) {
        throw call.notImplemented("Geometry; take a member, as in g.Polygon");
      }
      if (kind == null) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Argument of function "
                + call.name()
                + " has type "
                + call.type(i).name()
                + " which is not a geometry type");
      }
      boolean several = kind == ShapeKind.RING || kind == ShapeKind.POLYGON;
      if (several && !call.base(i).equals(kind.type())) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Argument of function "
                + call.name()
                + " has type "
                + call.type(i).name()
                + " which is ambiguous. Cast it to an explicit geometry type, for example"
                + " `x::Ring` or `x::LineString`");
      }
    }
    return Bound.of(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              ShapeReader one = ShapeReader.of(call.base(0), invocation.argument(0));
              ShapeReader other = ShapeReader.of(call.base(1), invocation.argument(1));
              return row -> {
                SharedPoints shared = SharedPoints.of(given(one, row));
                return shared.existWith(SharedPoints.of(given(other, row))) ? 1 : 0;
              };
            }));
  }

  /** What is true of two regions. */
  private interface Relation {
    boolean holds(Region one, Region other);
  }

  private static void check(CallSite call) {
    call.arity(2);
    for (int i = 0; i < 2; i++) {
      ShapeKind kind = ShapeKind.of(call.base(i));
      if (call.base(i).carriesType()) {
        throw call.notImplemented("Geometry; take a member, as in g.Polygon");
      }
      if (kind == null) {
        throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Unknown geometry type " + call.type(i).name());
      }
      if (kind == ShapeKind.POINT) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Any argument of function " + call.name() + " must not be Point");
      }
      if (kind.isLine()) {
        throw call.notImplemented(call.type(i).name());
      }
    }
  }

  private static BoundFunction truth(CallSite call, Relation relation) {
    check(call);
    return Bound.of(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              ShapeReader one = ShapeReader.of(call.base(0), invocation.argument(0));
              ShapeReader other = ShapeReader.of(call.base(1), invocation.argument(1));
              return row -> relation.holds(region(one, row), region(other, row)) ? 1 : 0;
            }));
  }

  private static BoundFunction distance(CallSite call) {
    check(call);
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              ShapeReader one = ShapeReader.of(call.base(0), invocation.argument(0));
              ShapeReader other = ShapeReader.of(call.base(1), invocation.argument(1));
              return row -> region(one, row).distance(region(other, row));
            }));
  }

  private static Region region(ShapeReader reader, int row) {
    return Region.of(given(reader, row));
  }

  private static Shape given(ShapeReader reader, int row) {
    Shape shape = reader.at(row);
    if (shape == null) {
      throw new IllegalStateException("a shape that is NULL");
    }
    return shape;
  }
}
