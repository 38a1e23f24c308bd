// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type.common;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times that name no zone but keep the zone that was in force where their type was made: the
 * server's for columns of tables, that of the session for a table that was made in one of another
 * zone. Functions of the local time go by it, while texts of values are written and read in the
 * session's.
 */
public final class CarriedZones {

  /** The zone of the server. */
  public static final String SERVER = "UTC";

  private CarriedZones() {}

  /** The type of a table's column for a statement in a session of zone {@code session}. */
  public static Type stored(Type type, ZoneId session) {
    return replaced(
        type,
        carried -> {
          String zone = carried == null ? SERVER : carried;
          return sameClock(ZoneId.of(zone), session) ? null : zone;
        });
  }

  /** The type of a column of a table that is made in a session of zone {@code session}. */
  public static Type made(Type type, ZoneId session) {
    return replaced(
        type,
        carried -> {
          String zone = carried == null ? session.getId() : carried;
          return sameClock(ZoneId.of(zone), ZoneId.of(SERVER)) ? null : zone;
        });
  }

  private static boolean sameClock(ZoneId one, ZoneId other) {
    return one.getRules().equals(other.getRules());
  }

  /** The type in the session's zone. */
  public static Type dropped(Type type) {
    return replaced(type, carried -> null);
  }

  /** Whether a time of {@code type}, or within its values, carries a zone. */
  public static boolean in(Type type) {
    return !type.equals(dropped(type));
  }

  /**
   * The type of rows that come from several places, each with a type of its own.
   *
   * @param types that differ in zones that they carry at most, if any carries one
   * @throws TwinhouseException NOT_IMPLEMENTED for times that carry different zones, whose rows the
   *     server takes by the zone of the place they come from
   */
  public static void requireSame(List<Type> types) {
    boolean mixed =
        types.stream().anyMatch(CarriedZones::in) && types.stream().distinct().count() > 1;
    if (mixed) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Times of a table and of the session in one column of a union or of USING are not"
              + " supported where session_timezone is not the server's: name the zone in the types,"
              + " as toTimeZone(column, 'UTC') does");
    }
  }

  /** What a time carries instead; null for the session's zone. */
  private interface ZoneChange {
    @Nullable String of(@Nullable String carried);
  }

  private static Type replaced(Type type, ZoneChange zones) {
    if (type instanceof DateTimeType time) {
      return time.zone() == null ? new DateTimeType(null, zones.of(time.carried())) : time;
    }
    if (type instanceof DateTime64Type time) {
      return time.zone() == null
          ? new DateTime64Type(time.precision(), null, zones.of(time.carried()))
          : time;
    }
    if (!holdsTimes(type)) {
      return type;
    }
    if (type instanceof NullableType nullable) {
      return new NullableType(replaced(nullable.inner(), zones));
    }
    if (type instanceof LowCardinalityType coded) {
      return new LowCardinalityType(replaced(coded.inner(), zones));
    }
    if (type instanceof ArrayType array) {
      return new ArrayType(replaced(array.element(), zones));
    }
    if (type instanceof MapType map) {
      return new MapType(replaced(map.key(), zones), replaced(map.value(), zones));
    }
    if (type instanceof AggregateFunctionType state) {
      return new AggregateFunctionType(
          state.simple(), state.function(), state.parameters(), all(state.arguments(), zones));
    }
    TupleType tuple = (TupleType) type;
    return new TupleType(tuple.names(), all(tuple.elements(), zones));
  }

  private static List<Type> all(List<Type> types, ZoneChange zones) {
    return types.stream().map(element -> replaced(element, zones)).toList();
  }

  /** Whether times that name no zone are among the values, or within them. */
  private static boolean holdsTimes(Type type) {
    Type base = type.base();
    if (base instanceof DateTimeType time) {
      return time.zone() == null;
    }
    if (base instanceof DateTime64Type time) {
      return time.zone() == null;
    }
    if (base instanceof ArrayType array) {
      return holdsTimes(array.element());
    }
    if (base instanceof MapType map) {
      return holdsTimes(map.key()) || holdsTimes(map.value());
    }
    if (base instanceof AggregateFunctionType state) {
      return state.arguments().stream().anyMatch(CarriedZones::holdsTimes);
    }
    return base instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(CarriedZones::holdsTimes);
  }
}
