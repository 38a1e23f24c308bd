// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

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
}
