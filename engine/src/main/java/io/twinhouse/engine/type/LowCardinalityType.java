// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** LowCardinality(T): a promise about the data, not about the values; the lane is T's. */
public record LowCardinalityType(Type inner) implements Type {

  /**
   * LowCardinality of {@code inner}.
   *
   * @throws TwinhouseException ILLEGAL_TYPE_OF_ARGUMENT for a type that has no dictionary
   */
  public static LowCardinalityType over(Type inner) {
    Type value = inner.withoutNullable();
    boolean allowed =
        value instanceof StringType
            || value instanceof FixedStringType
            || value instanceof IntegerType
            || value instanceof FloatType
            || value instanceof DateType
            || value instanceof DateTimeType
            || value instanceof TimeType
            || value instanceof UuidType
            || value instanceof IpType
            || value instanceof BoolType;
    if (!allowed) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "DataTypeLowCardinality is supported only for numbers, strings, Date or DateTime, but got"
              + " "
              + inner.name());
    }
    return new LowCardinalityType(inner);
  }

  /**
   * {@code type} without LowCardinality, inside of arrays, maps and tuples too; a
   * SimpleAggregateFunction is what it holds.
   */
  public static Type removedFrom(Type type) {
    if (type instanceof AggregateFunctionType state && state.simple()) {
      return removedFrom(state.arguments().get(0));
    }
    if (type instanceof LowCardinalityType coded) {
      return coded.inner();
    }
    if (type instanceof ArrayType array && array.title() == null) {
      return new ArrayType(removedFrom(array.element()));
    }
    if (type instanceof MapType map) {
      return new MapType(removedFrom(map.key()), removedFrom(map.value()));
    }
    if (type instanceof TupleType tuple && tuple.title() == null) {
      return new TupleType(
          tuple.names(), tuple.elements().stream().map(LowCardinalityType::removedFrom).toList());
    }
    return type;
  }

  @Override
  public String name() {
    return "LowCardinality(" + inner.name() + ")";
  }

  @Override
  public Lane lane() {
    return inner.lane();
  }

  @Override
  public Type base() {
    return inner.base();
  }

  @Override
  public boolean isNullable() {
    return inner.isNullable();
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }

  @Override
  public Type toNullable() {
    return new LowCardinalityType(inner.toNullable());
  }

  @Override
  public Type withoutNullable() {
    return new LowCardinalityType(inner.withoutNullable());
  }
}
