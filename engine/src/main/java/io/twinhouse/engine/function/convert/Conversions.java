// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.VariantType;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Finds the conversion between two types. */
public final class Conversions {

  private static final byte[] ZERO = {'0'};
  private static final int DATE_LENGTH = "2020-01-01".length();
  private static final String INFERENCE = "cast_string_to_variant_use_inference";

  private final ZoneId zone;
  private final boolean saturates;
  private final boolean exact;
  private final WriteOptions options;

  /** Whether a text may become a value of other members of a Variant than String. */
  private boolean infers = true;

  private Conversions(ZoneId zone, boolean saturates, boolean exact, WriteOptions options) {
    this.zone = zone;
    this.saturates = saturates;
    this.exact = exact;
    this.options = options;
  }

  /**
   * Converts columns of {@code from}, NULLs included, to {@code to}.
   *
   * @param zone for times whose type names no zone
   * @throws TwinhouseException when the server knows no such conversion, or Twinhouse does not
   */
  public static Conversion of(Type from, Type to, ZoneId zone) {
    return new Conversions(zone, false, false, WriteOptions.of(zone)).between(from, to);
  }

  /** As the other, in the zone of a query and with texts of values as its settings want them. */
  public static Conversion of(Type from, Type to, BindContext context) {
    Conversions conversions = new Conversions(context.zone(), false, false, context.writeOptions());
    conversions.infers = !"0".equals(context.settings().value(INFERENCE));
    return conversions.between(from, to);
  }

  /**
   * As {@link #of}, for values that meet in a common type: a Date past the last DateTime becomes
   * the last day of DateTime, which a cast would wrap.
   */
  public static Conversion toCommon(Type from, Type to, ZoneId zone) {
    return new Conversions(zone, true, false, WriteOptions.of(zone)).between(from, to);
  }

  /**
   * As {@link #of}, but a number that the other type does not hold is an error, as in accurateCast.
   */
  public static Conversion exact(Type from, Type to, BindContext context) {
    return new Conversions(context.zone(), false, true, context.writeOptions()).between(from, to);
  }

  /** Whether values of a type have parts of other types. */
  public static boolean isContainer(Type type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof TupleType;
  }

  /** What a SimpleAggregateFunction holds is a plain value. */
  private static Type plain(Type type) {
    return type instanceof AggregateFunctionType state && state.simple()
        ? state.arguments().get(0)
        : type;
  }

  Conversion between(Type given, Type wanted) {
    Type from = plain(given);
    Type to = plain(wanted);
    if (from.base().carriesType() || to.base().carriesType()) {
      return overConstants(ofDynamic(from, to));
    }
    if (from.isNullable() && from.base() instanceof NothingType) {
      return to.isNullable() ? source -> NullConversion.allNull(to, source.size()) : refuseNull(to);
    }
    boolean words = to.lane() == Lane.BYTES || to.base() instanceof EnumType;
    if (from.base() instanceof StringType && to.isNullable() && isLenient(to.base())) {
      return overConstants(source -> readOrNull(source, to.base()));
    }
    boolean parsesNull = from.base() instanceof StringType && to.isNullable() && !words;
    Conversion plain = parsesNull ? fromText(from.base(), to) : ofBases(from.base(), to.base());
    if (!from.isNullable() && !(from instanceof NothingType)) {
      return overConstants(plain);
    }
    return NullConversion.of(overConstants(plain), to);
  }

  /** Of which a text that is no value becomes NULL where there may be one. */
  private static boolean isLenient(Type to) {
    boolean time = to instanceof DateType || TextTimes.isTime(to) || ClockConversions.isClock(to);
    boolean number =
        to instanceof IntegerType || to.lane() == Lane.DOUBLE || to instanceof DecimalType;
    return number
        || time
        || to instanceof UuidType
        || to instanceof IpType
        || to instanceof FixedStringType;
  }

  private Conversion ofDynamic(Type from, Type to) {
    if (from.equals(to) || (from.carriesType() && to instanceof DynamicType)) {
      return Conversion.NONE;
    }
    if (to instanceof VariantType variant) {
      return VariantConversion.to(from, variant, zone, infers && !saturates);
    }
    if (from instanceof VariantType variant && !(to instanceof DynamicType)) {
      variant.members().forEach(member -> DynamicConversion.ofValue(member, to, zone));
    }
    return to instanceof DynamicType
        ? DynamicConversion.from(from)
        : DynamicConversion.to(to, zone, options);
  }

  /**
   * The cast of values of one type of a JSON path, none of them NULL. As {@link #of}, but text
   * which is no value of a Nullable type becomes NULL.
   */
  public static Conversion ofPathValue(Type from, Type to, ZoneId zone) {
    return DynamicConversion.ofValue(from, to, zone);
  }

  /**
   * Dynamic values of arrays that are JSON text.
   *
   * @param type the arrays' type
   */
  public static Column dynamicOfJson(String type, Column texts) {
    return DynamicConversion.ofJson(type, texts);
  }

  private static boolean isText(Type type) {
    return type instanceof StringType || type instanceof FixedStringType;
  }

  private static Conversion refuseNull(Type to) {
    return source -> {
      if (source.size() == 0) {
        return ColumnBuilder.of(to).build();
      }
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE, "Cannot convert NULL to a non-nullable type");
    };
  }

  private static boolean isSameState(Type from, Type to) {
    return from instanceof AggregateFunctionType one
        && to instanceof AggregateFunctionType other
        && one.sharesStatesWith(other);
  }

  /** A constant is converted once. */
  private static Conversion overConstants(Conversion conversion) {
    if (conversion.isNone()) {
      return conversion;
    }
    return source ->
        source instanceof ConstantColumn constant
            ? ConstantColumn.of(conversion.convert(constant.value()), source.size())
            : conversion.convert(source);
  }

  private Conversion ofBases(Type from, Type to) {
    if (from.equals(to) || isSameState(from, to)) {
      return Conversion.NONE;
    }
    if (from instanceof NothingType) {
      return source -> NullConversion.defaults(to, source.size());
    }
    if (exact && to instanceof NothingType) {
      return ExactNumbers.toNothing(from);
    }
    if (to instanceof StringType) {
      return toText(from);
    }
    if (isText(from)) {
      return fromText(from, to);
    }
    if (from instanceof JsonType one && to instanceof JsonType other) {
      return JsonConversion.between(one, other, zone);
    }
    if (to instanceof JsonType json) {
      return JsonConversion.ofParts(from, json, options, zone);
    }
    boolean brain = from instanceof FloatType.Brain || to instanceof FloatType.Brain;
    Conversion plain = brain ? ofBrain(from, to) : ofValues(from, to);
    return exact ? ExactNumbers.checked(from, to, plain) : plain;
  }

  /** Between types neither of which is text. */
  private Conversion ofValues(Type from, Type to) {
    Conversion nested = new NestedConversions(this).between(from, to);
    boolean cut = saturates && from.equals(DateType.DATE) && to instanceof DateTimeType;
    Conversion saturated = cut ? TimeConversions.saturated((DateTimeType) to, zone) : nested;
    Conversion moment = saturated == null ? TimeConversions.between(from, to, zone) : saturated;
    Conversion time = moment == null ? ClockConversions.between(from, to, zone) : moment;
    Conversion number = time == null ? NumberConversions.between(from, to) : time;
    Conversion other = number == null ? OtherConversions.between(from, to) : number;
    if (other == null) {
      throw unknown(from, to);
    }
    return other;
  }

  /** A BFloat16 is converted as the Float32 that it is the upper half of. */
  private Conversion ofBrain(Type from, Type to) {
    boolean address = isAddress(from) || isAddress(to);
    if (address || to instanceof DecimalType || isTicks(to) || isContainer(to)) {
      throw unknown(from, to);
    }
    if (from instanceof FloatType.Brain) {
      return to.equals(FloatType.FLOAT64) ? Conversion.NONE : ofBases(FloatType.FLOAT32, to);
    }
    Conversion single = ofBases(from, FloatType.FLOAT32);
    return source -> {
      DoubleLane lane = DoubleLane.of(FloatType.FLOAT32, single.convert(source));
      double[] values = new double[source.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = FloatType.Brain.round(lane.at(row));
      }
      return DoubleColumn.of(values, values.length, null);
    };
  }

  private static boolean isAddress(Type type) {
    return type instanceof IpType || type instanceof UuidType;
  }

  private static boolean isTicks(Type type) {
    return type instanceof DateTime64Type || type instanceof Time64Type;
  }

  static TwinhouseException unknown(Type from, Type to) {
    return new TwinhouseException(
        unknownCode(from, to),
        "Conversion from " + from.name() + " to " + to.name() + " is not supported");
  }

  private static ErrorCode unknownCode(Type from, Type to) {
    boolean container = from.lane() == Lane.ARRAY || from.lane() == Lane.TUPLE;
    if (to.lane() == Lane.ARRAY || to.lane() == Lane.TUPLE) {
      return ErrorCode.TYPE_MISMATCH;
    }
    boolean known = container || from instanceof UuidType || from instanceof IpType;
    boolean named = to instanceof EnumType && !(from instanceof FloatType);
    boolean precise = to instanceof DateTime64Type && known;
    if (named || precise || to instanceof DecimalType && container) {
      return ErrorCode.CANNOT_CONVERT_TYPE;
    }
    return container && !(to instanceof FixedStringType)
        ? ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT
        : ErrorCode.NOT_IMPLEMENTED;
  }

  private Conversion toText(Type from) {
    if (from instanceof JsonType json) {
      options.refuseForJson();
      return source -> source.size() == 0 ? source : JsonConversion.toText(source, json, zone);
    }
    if (from instanceof FixedStringType) {
      return source -> withoutPadding(source, false, Integer.MAX_VALUE);
    }
    // Numbers and times on their own are always written in one way.
    boolean parts = from.lane() == Lane.ARRAY || from.lane() == Lane.TUPLE;
    WriteOptions chosen =
        parts || from instanceof BoolType ? options : WriteOptions.of(clock(from));
    return source -> {
      ValueWriter writer = ValueWriter.of(from, TextStyle.RAW, chosen);
      TextOutput text = new TextOutput();
      BytesBuffer out = new BytesBuffer(source.size());
      for (int row = 0; row < source.size(); row++) {
        text.reset();
        writer.write(source, row, text);
        out.append(text.data(), 0, text.length());
      }
      return out.toColumn(null);
    };
  }

  /** A time on its own is written by the clock that functions of it go by. */
  private ZoneId clock(Type type) {
    if (type instanceof DateTimeType time) {
      return time.clock(zone);
    }
    return type instanceof DateTime64Type time ? time.clock(zone) : zone;
  }

  /** Whether it is a container of Dynamic and of nothing else that names its own type. */
  private static boolean holdsDynamic(Type to) {
    String name = to.name();
    boolean other = name.contains("JSON") || name.contains("Variant(");
    return isContainer(to) && name.contains("Dynamic") && !other;
  }

  /** Whether a FixedString is read without the zero bytes behind its text. */
  private static boolean dropsPadding(Type type) {
    return isZeroOfNothing(type)
        || type instanceof FloatType
        || type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type
        || type instanceof UuidType
        || type instanceof IpType
        || ClockConversions.isClock(type);
  }

  /** Whether nothing but zero bytes is a 0. */
  private static boolean isZeroOfNothing(Type type) {
    return type instanceof IntegerType
        || type instanceof DecimalType
        || type instanceof IntervalType;
  }

  /**
   * Texts without the zero bytes behind them.
   *
   * @param zero whether nothing but zero bytes is a 0
   * @param most bytes of a text; longer ones keep what is behind them
   */
  private static Column withoutPadding(Column source, boolean zero, int most) {
    BytesLane lane = BytesLane.of(source);
    BytesBuffer out = new BytesBuffer(source.size());
    for (int row = 0; row < source.size(); row++) {
      int end = lane.end(row);
      while (end > lane.start(row) && lane.data()[end - 1] == 0) {
        end--;
      }
      end = end - lane.start(row) > most ? lane.end(row) : end;
      if (zero && end == lane.start(row)) {
        out.append(ZERO, 0, ZERO.length);
      } else {
        out.append(lane.data(), lane.start(row), end - lane.start(row));
      }
    }
    return out.toColumn(null);
  }

  private Conversion fromText(Type from, Type to) {
    if (to instanceof MapType) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "Unsupported types to CAST AS Map. Left type: "
              + from.name()
              + ", right type: "
              + to.name());
    }
    if (to instanceof JsonType json) {
      return JsonConversion.to(json, zone);
    }
    if (to.lane() == Lane.BYTES && !(to instanceof FixedStringType)) {
      throw unknown(from, to);
    }
    if (from instanceof FixedStringType fixed && RawBytes.holds(fixed, to)) {
      return source -> RawBytes.read(source, to);
    }
    if (holdsDynamic(to)) {
      return source -> {
        Column read = parse(source, to, ReadOptions.received(zone));
        return ReceivedValues.of(read, to);
      };
    }
    boolean padded = from instanceof FixedStringType && dropsPadding(to.base());
    Conversion parsed =
        exact
            ? source -> parseExactly(source, to)
            : source -> parse(source, to, ReadOptions.lenient(zone));
    boolean zero = isZeroOfNothing(to.base());
    // a time of day behind a date ends it only where the text ends
    int most = to.base() instanceof DateType ? DATE_LENGTH : Integer.MAX_VALUE;
    return padded ? source -> parsed.convert(withoutPadding(source, zero, most)) : parsed;
  }

  /** Texts, NULLs among them; NULL where they are no values of the type. */
  private Column readOrNull(Column source, Type to) {
    ValueReader reader = ValueReader.of(to, TextStyle.RAW, new ReadOptions(zone, true, true));
    BytesLane lane = BytesLane.of(source);
    ColumnBuilder out = ColumnBuilder.of(to);
    boolean[] nulls = new boolean[source.size()];
    for (int row = 0; row < nulls.length; row++) {
      boolean given = !source.isNull(row);
      boolean read = given && reader.tryReadWhole(lane.data(), lane.start(row), lane.end(row), out);
      nulls[row] = !read;
      if (out.size() == row) { // a failure may leave what was read before it
        out.appendDefault();
      }
    }
    return out.build().withNulls(nulls);
  }

  private Column parseExactly(Column source, Type to) {
    try {
      return parse(source, to, new ReadOptions(zone, true, true));
    } catch (TwinhouseException e) {
      if (to instanceof EnumType
          || to instanceof FixedStringType
          || e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw e;
      }
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_TEXT, "Cannot parse string to type " + to.name());
    }
  }

  static Column parse(Column source, Type to, ReadOptions options) {
    ValueReader reader = ValueReader.of(to, TextStyle.RAW, options);
    BytesLane lane = BytesLane.of(source);
    ColumnBuilder out = ColumnBuilder.of(to);
    for (int row = 0; row < source.size(); row++) {
      reader.readWhole(lane.data(), lane.start(row), lane.end(row), out);
    }
    return out.build();
  }

  /** The value of a text as a column of one row of {@code to}, or null if it is none. */
  public static @Nullable Column tryParse(BytesColumn text, Type to, ZoneId zone) {
    ValueReader reader = ValueReader.of(to, TextStyle.RAW, ReadOptions.lenient(zone));
    ColumnBuilder out = ColumnBuilder.of(to);
    boolean read = reader.tryReadWhole(text.data(), text.offsets()[0], text.offsets()[1], out);
    return read ? out.build() : null;
  }
}
