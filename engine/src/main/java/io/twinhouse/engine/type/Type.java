// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A ClickHouse data type. Immutable and compared by value; {@link #name()} prints it as ClickHouse
 * does and {@link TypeParser#parse} reads that text back.
 */
public sealed interface Type
    permits AggregateFunctionType,
        ArrayType,
        BoolType,
        DateTime64Type,
        DateTimeType,
        DateType,
        DecimalType,
        DynamicType,
        EnumType,
        FixedStringType,
        FloatType,
        FloatType.Brain,
        IntegerType,
        IntervalType,
        IpType,
        JsonType,
        LowCardinalityType,
        MapType,
        NothingType,
        NullableType,
        StringType,
        Time64Type,
        TimeType,
        TupleType,
        UuidType,
        VariantType {

  /**
   * The text ClickHouse prints for this type, for instance {@code Nullable(DateTime64(3, 'UTC'))}.
   */
  String name();

  /** How values of this type travel in a column; wrappers answer for what they wrap. */
  Lane lane();

  /**
   * Whether ClickHouse keeps the values, or values within them, in a form of its own that hashes
   * and orders follow, and that is not known here: JSON, Dynamic and states of aggregates.
   */
  default boolean isOpaque() {
    return base() != this && base().isOpaque();
  }

  /** Whether each value carries a type of its own, and none is NULL: Dynamic and Variant. */
  default boolean carriesType() {
    return false;
  }

  /** The type as its elements describe it, without a name of its own such as Point. */
  default Type structure() {
    return this;
  }

  /** The type without Nullable and LowCardinality around it. */
  default Type base() {
    return this;
  }

  /** Whether a value may be NULL: Nullable(T) and LowCardinality(Nullable(T)). */
  default boolean isNullable() {
    return false;
  }

  /** Whether {@code Nullable(this)} is a legal type; Array, Map, Tuple and JSON are not. */
  default boolean canBeNullable() {
    return true;
  }

  /** This type, able to hold NULL; itself if it already is or never can be. */
  default Type toNullable() {
    return canBeNullable() ? new NullableType(this) : this;
  }

  /** This type without the possibility of NULL, keeping LowCardinality. */
  default Type withoutNullable() {
    return this;
  }

  /** The geometric types: tuples and arrays of numbers with names of their own. */
  final class Geo {

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

    private Geo() {}

    /** Whether values of the type have a form in well-known binary: all but rings. */
    public static boolean areWellKnown(Type type) {
      return type.equals(BY_NAME.get(type.name())) && !type.equals(RING);
    }

    /** All of them by name. */
    static Map<String, Type> byName() {
      return BY_NAME;
    }
  }
}
