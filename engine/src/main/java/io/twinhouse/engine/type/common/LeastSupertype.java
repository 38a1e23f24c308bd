// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The smallest type that holds every value of several types, by ClickHouse's rules. */
public final class LeastSupertype {

  private LeastSupertype() {}

  /**
   * The least supertype of {@code types}; of none it is Nothing.
   *
   * @throws TwinhouseException NO_COMMON_TYPE, also where ClickHouse would answer Variant
   */
  public static Type of(List<Type> types) {
    if (types.isEmpty()) {
      return NothingType.INSTANCE;
    }
    if (types.stream().distinct().count() == 1) {
      return types.get(0);
    }
    boolean nullable = types.stream().anyMatch(Type::isNullable);
    List<Type> bases =
        types.stream().map(Type::base).filter(t -> !(t instanceof NothingType)).distinct().toList();
    if (bases.isEmpty()) {
      return NothingType.INSTANCE.toNullable();
    }
    if (bases.stream().anyMatch(DynamicType.class::isInstance)) {
      return DynamicType.common(bases);
    }
    if (bases.stream().anyMatch(VariantType.class::isInstance)) {
      Type widest = widest(types, bases);
      if (widest == null) {
        throw noCommonType(types);
      }
      return widest;
    }
    Type common = bases.size() == 1 ? bases.get(0) : ofBases(bases);
    if (nullable && !common.canBeNullable()) {
      throw noCommonType(types);
    }
    Type wrapped = nullable ? common.toNullable() : common;
    boolean lowCardinality = all(types, t -> t instanceof LowCardinalityType);
    return lowCardinality ? LowCardinalityType.over(wrapped) : wrapped;
  }

  /**
   * The least supertype of {@code types}, or a Variant of them where they have none.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for types that can not be members
   */
  public static Type orVariant(List<Type> types) {
    try {
      return of(types);
    } catch (TwinhouseException e) {
      if (!e.is(ErrorCode.NO_COMMON_TYPE)) {
        throw e;
      }
      requireVariant(types);
      return VariantType.of(types);
    }
  }

  /**
   * Refuses what is no Variant to the server: addresses beside numbers that may be negative, which
   * it fails to convert, and intervals beside numbers; tuples alone that may be NULL.
   */
  private static void requireVariant(List<Type> types) {
    List<Type> bases =
        types.stream().map(Type::base).filter(t -> !(t instanceof NothingType)).toList();
    boolean numbers = bases.stream().anyMatch(VariantMembers::isNumber);
    boolean names = bases.stream().anyMatch(EnumType.class::isInstance);
    boolean addresses = bases.stream().anyMatch(VariantMembers::isAddress);
    boolean intervals = bases.stream().anyMatch(IntervalType.class::isInstance);
    boolean empty = types.stream().anyMatch(LeastSupertype::holdsNothing);
    boolean unlike = numbers && (addresses || intervals) || names && addresses;
    if (unlike || empty || isNullableTuple(types, bases)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The common type of "
              + types.stream().map(Type::name).collect(Collectors.joining(", "))
              + " is not supported; cast them to one type");
    }
  }

  private static boolean isNullableTuple(List<Type> types, List<Type> bases) {
    if (types.stream().noneMatch(Type::isNullable)
        || !all(bases, TupleType.class::isInstance)
        || bases.isEmpty()) {
      return false;
    }
    try {
      return of(bases) instanceof TupleType;
    } catch (TwinhouseException e) {
      return false;
    }
  }

  /** Whether it is an array of Variants, which only its equals have a common type with. */
  private static boolean holdsVariant(Type type) {
    return type instanceof ArrayType array
        && (array.element() instanceof VariantType || holdsVariant(array.element()));
  }

  /** Whether it is an array of nothing, which has no texts. */
  private static boolean holdsNothing(Type type) {
    return type instanceof ArrayType array
        && (array.element().base() instanceof NothingType || holdsNothing(array.element()));
  }

  /** The Variant among the types that has all the others; null if there is none. */
  private static @Nullable Type widest(List<Type> types, List<Type> bases) {
    for (Type base : bases) {
      if (base instanceof VariantType variant
          && variant.members().containsAll(VariantType.of(types).members())) {
        return bases.size() == 1 ? variant : variant.structure();
      }
    }
    return null;
  }

  private static Type ofBases(List<Type> types) {
    if (types.stream().map(Type::structure).distinct().count() == 1) {
      return types.get(0);
    }
    if (all(types, t -> t instanceof ArrayType)) {
      if (types.stream().anyMatch(LeastSupertype::holdsVariant)) {
        throw noCommonType(types);
      }
      return new ArrayType(of(types.stream().map(t -> ((ArrayType) t).element()).toList()));
    }
    if (all(types, t -> t instanceof TupleType)) {
      return ofTuples(types);
    }
    if (all(types, t -> t instanceof MapType)) {
      return new MapType(
          of(types.stream().map(t -> ((MapType) t).key()).toList()),
          of(types.stream().map(t -> ((MapType) t).value()).toList()));
    }
    if (all(types, t -> t instanceof StringType || isText(t))) {
      return ofTexts(types);
    }
    if (all(types, LeastSupertype::isTime)) {
      return ofTimes(types);
    }
    if (all(types, t -> isClock(t) || t instanceof DateTimeType || t instanceof DateTime64Type)) {
      return ofClocks(types);
    }
    if (all(types, t -> t instanceof IntervalType)) {
      return types.stream()
          .min((a, b) -> ((IntervalType) a).unit().compareTo(((IntervalType) b).unit()))
          .orElseThrow();
    }
    return NumberSupertype.of(types);
  }

  private static boolean all(List<Type> types, Predicate<Type> test) {
    return types.stream().allMatch(test);
  }

  private static boolean isText(Type type) {
    return type instanceof FixedStringType || type instanceof EnumType;
  }

  private static Type ofTexts(List<Type> types) {
    if (all(types, t -> t instanceof EnumType)) {
      boolean wide = types.stream().anyMatch(t -> ((EnumType) t).bits() == 16);
      return wide ? IntegerType.INT16 : IntegerType.INT8;
    }
    return StringType.INSTANCE;
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  /** The finest DateTime64 wins with its zone; else the first DateTime, else Date32. */
  private static Type ofTimes(List<Type> types) {
    DateTime64Type finest = null;
    Type seconds = null;
    for (Type type : types) {
      if (type instanceof DateTime64Type time
          && (finest == null || time.precision() > finest.precision())) {
        finest = time;
      } else if (type instanceof DateTimeType && seconds == null) {
        seconds = type;
      }
    }
    if (finest != null) {
      return finest;
    }
    if (seconds == null) {
      return DateType.DATE32;
    }
    return types.contains(DateType.DATE32) ? new DateTime64Type(0, null) : seconds;
  }

  private static boolean isClock(Type type) {
    return type instanceof TimeType || type instanceof Time64Type;
  }

  /** The finest; beside a moment they are moments of the first day, in the zone of those. */
  private static Type ofClocks(List<Type> types) {
    int precision = 0;
    for (Type type : types) {
      int own =
          type instanceof Time64Type clock
              ? clock.precision()
              : type instanceof DateTime64Type moment ? moment.precision() : 0;
      precision = Math.max(precision, own);
    }
    List<String> zones =
        types.stream()
            .filter(t -> !isClock(t))
            .map(t -> t instanceof DateTimeType time ? time.zone() : ((DateTime64Type) t).zone())
            .map(zone -> zone == null ? "" : zone)
            .distinct()
            .toList();
    if (zones.isEmpty()) {
      return new Time64Type(precision);
    }
    if (zones.size() > 1) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "The common type of Time and times of several zones");
    }
    return new DateTime64Type(precision, zones.get(0).isEmpty() ? null : zones.get(0));
  }

  private static Type ofTuples(List<Type> types) {
    TupleType first = (TupleType) types.get(0);
    List<Type> elements = new ArrayList<>();
    for (int i = 0; i < first.elements().size(); i++) {
      int index = i;
      if (!all(types, t -> ((TupleType) t).elements().size() == first.elements().size())) {
        throw noCommonType(types);
      }
      elements.add(of(types.stream().map(t -> ((TupleType) t).elements().get(index)).toList()));
    }
    boolean sameNames = all(types, t -> ((TupleType) t).names().equals(first.names()));
    return new TupleType(sameNames ? first.names() : List.of(), elements);
  }

  static TwinhouseException noCommonType(List<Type> types) {
    return new TwinhouseException(
        ErrorCode.NO_COMMON_TYPE,
        "There is no supertype for types "
            + types.stream().map(Type::name).collect(Collectors.joining(", "))
            + " because some of them are not numbers or have no common range");
  }
}
