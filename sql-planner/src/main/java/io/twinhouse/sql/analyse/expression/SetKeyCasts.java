// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Literals;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Keys of IN beside columns of a sub-query that have other types. The server casts a key to the
 * set's type, and what that can not hold is not in the set; where a common type holds the values of
 * both, the comparison is done in that.
 */
final class SetKeyCasts {

  private final RexFactory rex;
  private final boolean exact;
  private final List<RexNode> keys = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  /**
   * @param exact whether a key that the set's type can not hold is an error, as where NULL is a
   *     value like others
   */
  SetKeyCasts(RexFactory rex, boolean exact) {
    this.rex = rex;
    this.exact = exact;
  }

  /** The keys as they are looked for. */
  List<RexNode> keys() {
    return keys;
  }

  /** What the columns of the set are cast to. */
  List<Type> types() {
    return types;
  }

  /**
   * Adds a key beside a column of type {@code column}.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED, or what the server says of the two types
   */
  void add(RexNode key, Type column) {
    Type own = RexFactory.typeOf(key);
    Type from = own.base();
    Type to = column.base();
    if (from.equals(to)) {
      put(key, from, column);
      return;
    }
    refuse(own, column);
    if (isContainer(from) && isContainer(to)) {
      refuseParts(own, column, from, to);
      put(rex.call("accurateCast", late(key), rex.text(to.name())), column);
    } else if (from instanceof EnumType && to instanceof FixedStringType) {
      put(rex.cast(text(key, own), own.isNullable() ? to.toNullable() : to), column);
    } else {
      addOther(key, own, column);
    }
  }

  private void addOther(RexNode key, Type own, Type column) {
    Type from = own.base();
    Type to = column.base();
    if (isNever(from, to)) {
      refuseExact(own, column);
      put(absent(to), column);
    } else if (isCast(from, to)) {
      RexNode held = to.equals(DateType.DATE) ? inRange(key, own) : key;
      put(rex.cast(held, own.isNullable() ? to.toNullable() : to), column);
    } else if (from instanceof IntegerType && to instanceof EnumType names) {
      number(key, new IntegerType(names.bits(), true), column);
    } else if (from instanceof EnumType && to instanceof IntegerType) {
      number(key, to, column);
    } else if (exact && !(to instanceof NothingType) && !isWidened(from, to)) {
      put(accurately(key, own, column), column);
    } else if (from instanceof StringType && to instanceof FixedStringType fixed) {
      put(padded(key, fixed), column);
    } else {
      inCommon(key, own, column);
    }
  }

  private void put(RexNode key, Type column) {
    keys.add(key);
    types.add(column);
  }

  /** Both as values of {@code common}, which is that of the column but for NULL. */
  private void put(RexNode key, Type common, Type column) {
    put(key, column.isNullable() ? common.toNullable() : common);
  }

  /** Both as numbers of one type, to which values are cut. */
  private void number(RexNode key, Type type, Type column) {
    Type target = RexFactory.typeOf(key).isNullable() ? type.toNullable() : type;
    put(rex.cast(key, target), type, column);
  }

  /** The name of an Enum, which fails where it is too long for a FixedString. */
  private RexNode text(RexNode key, Type own) {
    Type text = own.isNullable() ? StringType.INSTANCE.toNullable() : StringType.INSTANCE;
    return rex.cast(late(key), text);
  }

  /** Days that a Date does not have are its first and its last one here, unlike in CAST. */
  private RexNode inRange(RexNode key, Type own) {
    if (own.base() instanceof DateTimeType) {
      return key;
    }
    Type wide = own.isNullable() ? DateType.DATE32.toNullable() : DateType.DATE32;
    RexNode days = rex.cast(key, wide);
    RexNode first = rex.constant(DateType.DATE32, LongColumn.of(0));
    RexNode last = rex.constant(DateType.DATE32, LongColumn.of(0xFFFF));
    RexNode most = rex.call("if", rex.call("greater", days, last), last, days);
    return rex.call("if", rex.call("less", days, first), first, most);
  }

  private void inCommon(RexNode key, Type own, Type column) {
    if (own.base() instanceof DecimalType longer
        && column.base() instanceof DecimalType shorter
        && shorter.scale() < longer.scale()) {
      number(key, shorter, column);
      return;
    }
    Type common = isRead(own.base(), column.base()) ? null : common(own, column);
    if (common == null) {
      put(accurately(key, own, column), column);
      return;
    }
    Type target = own.isNullable() ? common.toNullable() : common;
    put(own.base().equals(common) ? key : rex.cast(key, target), common, column);
  }

  /** A text beside other values is read as one of these. */
  private static boolean isRead(Type from, Type to) {
    boolean text = from instanceof StringType;
    Type other = text ? to : from;
    return text != to instanceof StringType
        && (other instanceof IntegerType
            || other.lane() == Lane.DOUBLE
            || other instanceof DateType);
  }

  /** A type that holds the values of both; null where the key is to become one of the set's. */
  private static @Nullable Type common(Type key, Type found) {
    boolean number = key.base() instanceof IntegerType || key.base().lane() == Lane.DOUBLE;
    if (found.base() instanceof BoolType && number) {
      return found.base();
    }
    try {
      Type common = LeastSupertype.of(List.of(key.base(), found.base()));
      return CarriedZones.dropped(common).base();
    } catch (TwinhouseException e) {
      return null;
    }
  }

  /** The key as a value of the set's type, which it must be exactly. */
  private RexNode accurately(RexNode key, Type own, Type column) {
    // A FixedString that is no value fails there, other texts are in no set then.
    boolean lenient = column.base() instanceof BoolType || column.base().equals(IpType.IPV6);
    boolean fails =
        exact
            || own.base() instanceof FixedStringType && !lenient
            || !column.base().canBeNullable();
    RexNode type = rex.text(column.base().name());
    return fails
        ? rex.call("accurateCast", late(key), type)
        : rex.call("accurateCastOrNull", key, type);
  }

  /** A constant that is cast when the query runs: beside an empty set it is not. */
  private RexNode late(RexNode key) {
    return RexFactory.constantOf(key) == null ? key : rex.call("materialize", key);
  }

  private void refuseExact(Type own, Type column) {
    if (exact) {
      throw Failures.notImplemented(
          "IN with transform_null_in = 1 over a sub-query of type "
              + column.name()
              + " for a key of type "
              + own.name());
    }
  }

  /** Whether each value of a type is one of the other. */
  private static boolean isWidened(Type from, Type to) {
    Type common = common(from, to);
    return common != null && common.equals(to);
  }

  private RexNode absent(Type type) {
    return rex.cast(new Literals(rex).nullValue(), type.toNullable());
  }

  private RexNode integer(int value) {
    return rex.constant(IntegerType.UINT64, LongColumn.of(value));
  }

  /** The key as a FixedString, NULL if it is longer. */
  private RexNode padded(RexNode key, FixedStringType type) {
    RexNode length = integer(type.length());
    RexNode start = rex.call("substring", key, integer(1), length);
    RexNode fits = rex.call("lessOrEquals", rex.call("length", key), length);
    Type target = type.toNullable();
    return rex.call("if", fits, rex.cast(start, target), absent(type));
  }

  /** What the server casts without a look at whether the value is kept. */
  private static boolean isCast(Type from, Type to) {
    boolean number = isNumber(to);
    if (from instanceof BoolType && number || isLater(from, to)) {
      return true;
    }
    if (from instanceof DecimalType decimal) {
      return number || to instanceof DecimalType shorter && shorter.scale() < decimal.scale();
    }
    if (from instanceof EnumType) {
      return to instanceof BoolType;
    }
    boolean four = from instanceof IpType ip && ip.version() == 4;
    boolean wide = to instanceof IntegerType integer && !integer.signed() && integer.bits() >= 32;
    return four && (wide || to instanceof IpType);
  }

  /** Times of which the set's type keeps less. */
  private static boolean isLater(Type from, Type to) {
    if (to instanceof DateType) {
      return isMoment(from) || from instanceof DateType && to.equals(DateType.DATE);
    }
    return from instanceof DateTime64Type finer
        && to instanceof DateTime64Type coarser
        && coarser.precision() < finer.precision();
  }

  /** Pairs of which no value is the other's. */
  private static boolean isNever(Type from, Type to) {
    boolean identifier = from instanceof UuidType || from instanceof IpType;
    boolean wide = from instanceof IntegerType integer && integer.bits() > 64;
    if (to instanceof DecimalType) {
      return identifier || wide || isContainer(from) || from instanceof EnumType;
    }
    if (to instanceof DateTime64Type) {
      return identifier || wide || isContainer(from);
    }
    if (to.equals(IpType.IPV4)) {
      return from instanceof IntegerType || from instanceof BoolType;
    }
    return to instanceof EnumType
        && (identifier || isContainer(from) || isTime(from) || from instanceof DecimalType);
  }

  /** Parts that the server converts in another way than its CAST. */
  private static void refuseParts(Type key, Type column, Type from, Type to) {
    List<Type> given = parts(from);
    List<Type> wanted = parts(to);
    for (int i = 0; i < Math.min(given.size(), wanted.size()); i++) {
      Type part = given.get(i).base();
      Type held = wanted.get(i).base();
      boolean day =
          held.equals(DateType.DATE)
              && (part instanceof DateType || part instanceof DateTime64Type)
              && !part.equals(held);
      if (day || held instanceof BoolType && isNumber(part) && !part.equals(held)) {
        throw unknown(key, column);
      }
      refuseParts(key, column, part, held);
    }
  }

  private static List<Type> parts(Type type) {
    if (type instanceof ArrayType array) {
      return List.of(array.element());
    }
    if (type instanceof MapType map) {
      return List.of(map.key(), map.value());
    }
    return type instanceof TupleType tuple ? tuple.elements() : List.of();
  }

  private static boolean isTime(Type type) {
    return isClock(type) || type instanceof DateType || isMoment(type);
  }

  private static void refuse(Type own, Type column) {
    Type from = own.base();
    Type to = column.base();
    if (from instanceof DateType && to instanceof DecimalType
        || from instanceof DateTimeType && to instanceof DecimalType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN, "Illegal column " + from.name() + " of first argument of CAST");
    }
    boolean typed = to.carriesType() || from.carriesType();
    if (typed || isUnknownName(from, to) || isUnknownTime(from, to) || isUnknownFlag(from, to)) {
      throw unknown(own, column);
    }
  }

  private static TwinhouseException unknown(Type own, Type column) {
    return Failures.notImplemented(
        "IN over a sub-query of type " + column.name() + " for a key of type " + own.name());
  }

  /** Values that the server makes names of an Enum in a way of its own. */
  private static boolean isUnknownName(Type from, Type to) {
    if (!(to instanceof EnumType)) {
      return false;
    }
    boolean text = from instanceof StringType || from instanceof FixedStringType;
    return text
        || isClock(from)
        || from.lane() == Lane.DOUBLE
        || from instanceof IntegerType integer && integer.bits() > 64;
  }

  private static boolean isUnknownTime(Type from, Type to) {
    if (isClock(from)) {
      return isNumber(to)
          || to instanceof DateType
          || from instanceof Time64Type && to instanceof TimeType;
    }
    if (isClock(to)) {
      return isNumber(from) || from instanceof DateType;
    }
    return from instanceof EnumType && (to instanceof DateType || isMoment(to))
        || from instanceof DecimalType && to instanceof DateTime64Type;
  }

  private static boolean isUnknownFlag(Type from, Type to) {
    return from instanceof DateTime64Type && to instanceof BoolType
        || from.equals(IpType.IPV4) && isNumber(to) && !isCast(from, to);
  }

  private static boolean isClock(Type type) {
    return type instanceof TimeType || type instanceof Time64Type;
  }

  private static boolean isMoment(Type type) {
    return type instanceof DateTimeType || type instanceof DateTime64Type;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type.lane() == Lane.DOUBLE || type instanceof BoolType;
  }

  private static boolean isContainer(Type type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof TupleType;
  }
}
