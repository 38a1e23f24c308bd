// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.scalar.geo.GlobeDistance.Measure;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** Distances on the globe, geohashes, and points in ellipses and polygons. */
public final class GeoFunctions {

  private static final String WIDE = "geo_distance_returns_float64_on_float64_arguments";

  private GeoFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Geo");
    family.add("greatCircleAngle", call -> distance(call, Measure.DEGREES));
    family.add("greatCircleDistance", call -> distance(call, Measure.METRES));
    family.add("geoDistance", call -> distance(call, Measure.ELLIPSOID_METRES));
    family.add("pointInEllipses", GeoFunctions::inEllipses);
    family.add("pointInPolygon", PointInPolygon::bind);
    GeohashFunctions.addTo(family);
    CellFunctions.addTo(family);
    return family;
  }

  private static BoundFunction distance(CallSite call, Measure measure) {
    call.arity(4);
    boolean single = true;
    for (int i = 0; i < 4; i++) {
      Type type = call.base(i);
      boolean integer = type instanceof IntegerType && type.lane() == Lane.LONG;
      if (!integer && !(type instanceof FloatType)) {
        throw type instanceof IntegerType || type instanceof DecimalType
            ? call.notImplemented(type.name())
            : call.illegal(i);
      }
      single &= !type.equals(FloatType.FLOAT64);
    }
    boolean narrow = single || call.context().settings().value(WIDE).equals("0");
    GlobeDistance distance = new GlobeDistance(measure, narrow);
    return Bound.of(
        narrow ? FloatType.FLOAT32 : FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              DoubleLane[] degrees = new DoubleLane[4];
              for (int i = 0; i < degrees.length; i++) {
                degrees[i] = DoubleLane.of(call.base(i), invocation.argument(i));
              }
              return row ->
                  distance.between(
                      given(degrees[0], row, narrow),
                      given(degrees[1], row, narrow),
                      given(degrees[2], row, narrow),
                      given(degrees[3], row, narrow));
            }));
  }

  private static double given(DoubleLane lane, int row, boolean single) {
    return single ? (float) lane.at(row) : lane.at(row);
  }

  /** Four numbers an ellipse: its middle and its half axes. */
  private static BoundFunction inEllipses(CallSite call) {
    if (call.size() < 6 || call.size() % 4 != 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Incorrect number of arguments of function "
              + call.name()
              + ": must be 2 for your point plus 4 * N for ellipses");
    }
    double[] ellipses = new double[call.size() - 2];
    for (int i = 0; i < call.size(); i++) {
      if (!call.base(i).equals(FloatType.FLOAT64)) {
        throw call.illegal(i);
      }
      if (i >= 2) {
        Column value = call.constant(i);
        if (value == null) {
          throw call.illegal(i);
        }
        ellipses[i - 2] = DoubleLane.of(FloatType.FLOAT64, value).at(0);
      }
    }
    if ((call.constant(0) == null) != (call.constant(1) == null)) {
      throw call.illegal();
    }
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              DoubleLane xs = DoubleLane.of(FloatType.FLOAT64, invocation.argument(0));
              DoubleLane ys = DoubleLane.of(FloatType.FLOAT64, invocation.argument(1));
              return row -> isIn(ellipses, xs.at(row), ys.at(row)) ? 1 : 0;
            }));
  }

  private static boolean isIn(double[] ellipses, double x, double y) {
    for (int i = 0; i < ellipses.length; i += 4) {
      double across = (x - ellipses[i]) / ellipses[i + 2];
      double along = (y - ellipses[i + 1]) / ellipses[i + 3];
      if (across * across + along * along <= 1) {
        return true;
      }
    }
    return false;
  }
}
