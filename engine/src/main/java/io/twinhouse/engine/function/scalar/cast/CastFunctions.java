// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.column.PositiveZeros;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.ByZone;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.common.VariantMembers;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CAST, and the conversions that are named after a type. */
public final class CastFunctions {

  private static final long SECONDS_PER_DAY = 86_400;

  private CastFunctions() {}

  /** Types by the ending of their conversion's name. */
  static Map<String, Type> simpleTypes() {
    Map<String, Type> types = new LinkedHashMap<>();
    for (int bits = 8; bits <= 256; bits *= 2) {
      types.put("UInt" + bits, new IntegerType(bits, false));
      types.put("Int" + bits, new IntegerType(bits, true));
    }
    types.put("Float32", FloatType.FLOAT32);
    types.put("Float64", FloatType.FLOAT64);
    types.put("Date", DateType.DATE);
    types.put("Date32", DateType.DATE32);
    types.put("UUID", UuidType.INSTANCE);
    types.put("IPv4", IpType.IPV4);
    types.put("IPv6", IpType.IPV6);
    return types;
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Type conversion");
    family.add(
        "CAST",
        t -> t.ownNulls().ownLowCardinality().anyCase().monotonic(CastOrder::of),
        call -> cast(call, false));
    family.add(
        "_CAST",
        t -> t.ownNulls().ownLowCardinality().monotonic(CastOrder::of),
        call -> cast(call, true));
    family.add("toBFloat16", call -> convert(call.arity(1, 1), FloatType.Brain.BFLOAT16));
    simpleTypes()
        .forEach(
            (name, type) -> {
              if (!(type instanceof DateType)) {
                family.add(
                    "to" + name,
                    t -> CastOrder.isOrdered(type) ? t.monotonic(CastOrder::of) : t,
                    call -> convert(call.arity(1, 1), type));
              }
            });
    family.add("toBool", t -> t.ownNulls(), CastFunctions::toBool);
    family.add(
        "toDate",
        t -> t.withAliases("DATE").monotonic(CastOrder::of),
        call -> toDate(call, DateType.DATE));
    family.add("toDate32", t -> t.monotonic(CastOrder::of), call -> toDate(call, DateType.DATE32));
    family.add("toDateTime", t -> t.monotonic(CastOrder::of), CastFunctions::toDateTime);
    family.add("toDateTime32", t -> t.monotonic(CastOrder::of), CastFunctions::toDateTime);
    family.add("toDateTime64", t -> t.monotonic(CastOrder::of), CastFunctions::toDateTime64);
    family.add("toTime", CastFunctions::toTime);
    family.add("toTime64", CastFunctions::toTime64);
    family.add("toUnixTimestamp", t -> t.monotonic(CastOrder::of), CastFunctions::toUnixTimestamp);
    family.add("toString", CastFunctions::textOf);
    family.add("toFixedString", CastFunctions::toFixedString);
    for (int bits = 32; bits <= 256; bits *= 2) {
      int precision = decimalPrecision(bits);
      family.add(
          "toDecimal" + bits,
          call -> convert(call.arity(2, 2), new DecimalType(precision, scale(call, precision))));
    }
    family.add("toLowCardinality", t -> t.ownNulls().ownLowCardinality(), CastFunctions::encode);
    return family;
  }

  static int decimalPrecision(int bits) {
    return bits == 32 ? 9 : bits == 64 ? 18 : bits == 128 ? 38 : 76;
  }

  static int scale(CallSite call, int precision) {
    long scale = call.constantLong(1);
    if (scale < 0 || scale > precision) {
      throw call.refuse(
          io.twinhouse.engine.error.ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Scale " + scale + " is out of bounds (precision: " + precision + ")");
    }
    return (int) scale;
  }

  private static BoundFunction cast(CallSite call, boolean keepsNothing) {
    Type type = TypeParser.parse(call.arity(2).constantText(1));
    String suspicious = call.context().settings().value("allow_suspicious_variant_types");
    if (!"1".equals(suspicious) && !"true".equals(suspicious)) {
      VariantMembers.requireUnlike(type);
    }
    boolean keeps =
        !keepsNothing
            && call.type(0).isNullable()
            && "1".equals(call.context().settings().value("cast_keep_nullable"));
    Type zoned = keepsNothing ? type : withZoneOf(call.base(0), type);
    return convert(call, keeps ? zoned.toNullable() : zoned);
  }

  /** Whether two types are one but for the zones that they name. */
  static boolean differInZoneAtMost(Type a, Type b) {
    if (a instanceof DateTime64Type first && b instanceof DateTime64Type second) {
      return first.precision() == second.precision();
    }
    return a.equals(b) || a instanceof DateTimeType && b instanceof DateTimeType;
  }

  /** A time that is cast to a time without a zone keeps its own, elements of others do not. */
  static Type withZoneOf(Type from, Type to) {
    String zone = zoneOf(from);
    if (zone == null || to instanceof LowCardinalityType) {
      return to;
    }
    Type base = to.base();
    Type zoned = base;
    if (base instanceof DateTimeType time && time.zone() == null) {
      zoned = new DateTimeType(zone);
    } else if (base instanceof DateTime64Type time && time.zone() == null) {
      zoned = new DateTime64Type(time.precision(), zone);
    }
    return to.isNullable() ? zoned.toNullable() : zoned;
  }

  static BoundFunction convert(CallSite call, Type to) {
    if (call.base(0) instanceof StringType && ReceivedValues.concern(to)) {
      ReceivedValues.requireUsualTypes(call.context().settings()::value);
    }
    RefusedCasts.check(call, to);
    Type from = call.type(0);
    Conversion conversion = Conversions.of(from, to, call.context());
    Conversion coded =
        to instanceof LowCardinalityType
            ? source -> PositiveZeros.of(conversion.convert(source))
            : conversion;
    return new Bound(
        to, invocation -> coded.convert(invocation.argument(0)), conversion.isNone(), null);
  }

  /** Unlike its kin it gives NULL a type of its own. */
  private static BoundFunction toBool(CallSite call) {
    boolean nullable = call.arity(1).type(0).isNullable();
    return convert(call, nullable ? BoolType.INSTANCE.toNullable() : BoolType.INSTANCE);
  }

  private static BoundFunction toDate(CallSite call, DateType to) {
    if (call.arity(1, 2).size() == 1) {
      return convert(call, to);
    }
    boolean timed = call.base(0) instanceof DateTimeType || call.base(0) instanceof DateTime64Type;
    String clock = timed ? call.namedZone(1) : call.zone(1);
    Type from = inZone(call.base(0), call.constantText(1));
    // A number past the last day is seconds, whose day the zone decides.
    ZoneId reading = clock == null || !isWide(from) ? call.context().zone() : ZoneId.of(clock);
    Conversion conversion = Conversions.of(from, to, reading);
    return Bound.of(to, invocation -> conversion.convert(invocation.argument(0)));
  }

  private static boolean isWide(Type type) {
    return type instanceof FloatType
        || (type instanceof IntegerType integer && integer.bits() > 16);
  }

  private static Type inZone(Type type, String zone) {
    if (type instanceof DateTimeType) {
      return new DateTimeType(zone);
    }
    return type instanceof DateTime64Type time ? new DateTime64Type(time.precision(), zone) : type;
  }

  private static BoundFunction toDateTime(CallSite call) {
    String zone = call.arity(1, 2).size() == 2 ? call.zoneOfType(1) : zoneOf(call.base(0));
    return convert(call, new DateTimeType(zone));
  }

  private static @Nullable String zoneOf(Type type) {
    if (type instanceof DateTimeType time) {
      return time.zone();
    }
    return type instanceof DateTime64Type time ? time.zone() : null;
  }

  private static BoundFunction toDateTime64(CallSite call) {
    call.arity(2, 3);
    int precision = scale(call, 9);
    String zone = call.size() == 3 ? call.zoneOfType(2) : zoneOf(call.base(0));
    return convert(call, new DateTime64Type(precision, zone));
  }

  private static BoundFunction toTime(CallSite call) {
    if ("1".equals(call.context().settings().value("use_legacy_to_time"))) {
      throw call.notImplemented("use_legacy_to_time = 1");
    }
    return convert(call.arity(1, 1), TimeType.INSTANCE);
  }

  private static BoundFunction toTime64(CallSite call) {
    return convert(call.arity(2, 2), new Time64Type(ticks(call)));
  }

  /** The digits of a Time64's fraction. */
  static int ticks(CallSite call) {
    long precision = call.constantLong(1);
    if (precision < 0 || precision > 9) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "DataTypeTime64 scale " + precision + " is too large, maximum is 9");
    }
    return (int) precision;
  }

  private static BoundFunction toUnixTimestamp(CallSite call) {
    call.arity(1, 2);
    Type from = call.base(0);
    String zone = CallSite.isText(from) ? call.namedZone(1) : call.zone(1);
    Conversion seconds;
    boolean number =
        from instanceof IntegerType || from instanceof FloatType || from instanceof EnumType;
    if (number || from instanceof TimeType) {
      return convert(call, IntegerType.UINT32);
    }
    if (from instanceof DateType) {
      return Bound.total(
          IntegerType.UINT32,
          Operands.longs(
              day -> IntegerType.UINT32.wrap(CivilDate.clampDay(day) * SECONDS_PER_DAY)));
    }
    if (from instanceof DateTime64Type || from instanceof Time64Type) {
      seconds = Conversions.of(from, IntegerType.INT64, call.context().zone());
    } else {
      seconds = Conversions.of(from, new DateTimeType(zone), call.context().zone());
    }
    return Bound.of(
        IntegerType.UINT32,
        invocation -> {
          var column = seconds.convert(invocation.argument(0));
          var lane = io.twinhouse.engine.function.lane.LongLane.of(column);
          for (int row = 0; row < invocation.rows(); row++) {
            if (lane.at(row) < 0 || lane.at(row) > 0xFFFF_FFFFL) {
              throw call.refuse(
                  io.twinhouse.engine.error.ErrorCode.DECIMAL_OVERFLOW, "Convert overflow");
            }
          }
          return column;
        });
  }

  private static BoundFunction textOf(CallSite call) {
    Type base = call.arity(1, 2).base(0);
    boolean zoned = base instanceof DateTimeType || base instanceof DateTime64Type;
    if (call.arity(1, zoned ? 2 : 1).size() == 1) {
      return convert(call, StringType.INSTANCE);
    }
    if (ByZone.isColumn(call, 1)) {
      return ByZone.bind(call, 1, CastFunctions::textOf);
    }
    call.namedZone(1);
    Type from = inZone(call.base(0), call.constantText(1));
    Conversion conversion = Conversions.of(from, StringType.INSTANCE, call.context());
    return Bound.of(StringType.INSTANCE, invocation -> conversion.convert(invocation.argument(0)));
  }

  private static BoundFunction toFixedString(CallSite call) {
    call.arity(2).text(0);
    boolean unsigned = call.base(1) instanceof IntegerType integer && !integer.signed();
    if (!unsigned) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Second argument for function toFixedString must be unsigned integer");
    }
    long length = call.constantLong(1);
    if (length <= 0 || length > FixedStringType.MOST_BYTES) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "FixedString size " + (length == 0 ? "must be positive" : "is too large"));
    }
    return convert(call, new FixedStringType((int) length));
  }

  private static BoundFunction encode(CallSite call) {
    Type type = call.arity(1).type(0);
    if (type.base() instanceof Time64Type || type.base() instanceof DecimalType) {
      throw call.illegal(0);
    }
    Type result = type instanceof LowCardinalityType ? type : new LowCardinalityType(type);
    return Bound.total(result, invocation -> PositiveZeros.of(invocation.argument(0)));
  }
}
