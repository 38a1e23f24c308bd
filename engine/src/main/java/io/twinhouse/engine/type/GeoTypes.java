// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The geometric types: tuples and arrays of numbers with names of their own. */
public final class GeoTypes {

  /** x and y, or longitude and latitude in degrees. */
  public static final TupleType POINT =
      new TupleType(List.of(), List.of(FloatType.FLOAT64, FloatType.FLOAT64), "Point");

  /** A line that is closed from its last point to its first. */
  public static final ArrayType RING = new ArrayType(POINT, "Ring");

  public static final ArrayType LINE = new ArrayType(POINT, "LineString");
  public static final ArrayType LINES = new ArrayType(LINE, "MultiLineString");

  /** The ring around it, then those of its holes. */
  public static final ArrayType POLYGON = new ArrayType(RING, "Polygon");

  public static final ArrayType POLYGONS = new ArrayType(POLYGON, "MultiPolygon");

  /** A value of any of them. */
  public static final VariantType GEOMETRY =
      new VariantType(List.of(LINE, LINES, POLYGONS, POINT, POLYGON, RING), "Geometry");

  private static final Map<String, Type> BY_NAME =
      List.<Type>of(POINT, RING, LINE, LINES, POLYGON, POLYGONS, GEOMETRY).stream()
          .collect(Collectors.toUnmodifiableMap(Type::name, Function.identity()));

  private GeoTypes() {}

  /** Whether values of the type have a form in well-known binary: all but rings. */
  public static boolean areWellKnown(Type type) {
    return type.equals(BY_NAME.get(type.name())) && !type.equals(RING);
  }

  /** All of them by name. */
  static Map<String, Type> byName() {
    return BY_NAME;
  }
}
