// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.RawBytes;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conversions of text that answer NULL, zero or a default instead of failing. */
public final class ParsingFunctions {

  /** 1900-01-01, which stands for no date where Date32 is parsed. */
  private static final long FIRST_DATE32 = CivilDate.toDays(1900, 1, 1);

  private ParsingFunctions() {}

  /** What stands for a text that is no value. */
  private enum Otherwise {
    NULL("OrNull"),
    ZERO("OrZero"),
    DEFAULT("OrDefault");

    final String suffix;

    Otherwise(String suffix) {
      this.suffix = suffix;
    }
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Type conversion");
    CastFunctions.simpleTypes().forEach((name, type) -> all(family, name, 1, call -> type));
    orNullOrZero(family, "BFloat16", 1, 1, call -> FloatType.Brain.BFLOAT16);
    all(family, "DateTime", 2, call -> new DateTimeType(call.zone(1)));
    all(
        family,
        "DateTime64",
        3,
        call -> fine(call.size() > 1 ? CastFunctions.scale(call, 9) : 3, call.zone(2)));
    clocks(family);
    for (int bits = 32; bits <= 256; bits *= 2) {
      int precision = CastFunctions.decimalPrecision(bits);
      all(
          family,
          "Decimal" + bits,
          2,
          call -> new DecimalType(precision, CastFunctions.scale(call, precision)));
    }
    bestEffort(family, "parseDateTimeBestEffort", false, false);
    bestEffort(family, "parseDateTime32BestEffort", false, false);
    bestEffort(family, "parseDateTimeBestEffortUS", false, true);
    bestEffort(family, "parseDateTime64BestEffort", true, false);
    bestEffort(family, "parseDateTime64BestEffortUS", true, true);
    return family;
  }

  private static void orNullOrZero(
      FunctionFamily family,
      String name,
      int fewest,
      int arguments,
      Function<CallSite, Type> type) {
    for (Otherwise otherwise : Otherwise.values()) {
      if (otherwise != Otherwise.DEFAULT) {
        family.add(
            "to" + name + otherwise.suffix,
            call -> bind(call.arity(fewest, arguments), type.apply(call), otherwise));
      }
    }
  }

  private static void all(
      FunctionFamily family, String name, int arguments, Function<CallSite, Type> type) {
    int fewest = name.startsWith("Decimal") ? 2 : 1;
    orNullOrZero(family, name, fewest, arguments, type);
    int least = arguments == 3 ? 2 : fewest;
    family.add(
        "to" + name + "OrDefault",
        t -> t.ownNulls(),
        call -> {
          call.arity(least, arguments + 1);
          if (name.equals("DateTime64")) {
            Type time = new DateTime64Type(CastFunctions.scale(call, 9), call.zone(2));
            return bind(call, time, Otherwise.DEFAULT);
          }
          return bind(call, type.apply(call), Otherwise.DEFAULT);
        });
  }

  private static void clocks(FunctionFamily family) {
    for (Otherwise otherwise : new Otherwise[] {Otherwise.NULL, Otherwise.ZERO}) {
      family.add(
          "toTime" + otherwise.suffix,
          call -> bind(call.arity(1, 1), TimeType.INSTANCE, otherwise));
      family.add(
          "toTime64" + otherwise.suffix,
          call -> {
            int precision = call.arity(1, 2).size() > 1 ? CastFunctions.ticks(call) : 3;
            Type type = precision == 0 ? TimeType.INSTANCE : new Time64Type(precision);
            return bind(call, type, otherwise);
          });
    }
  }

  /** Without a fraction it is an ordinary DateTime. */
  private static Type fine(int precision, @Nullable String zone) {
    return precision == 0 ? new DateTimeType(zone) : new DateTime64Type(precision, zone);
  }

  private static void bestEffort(
      FunctionFamily family, String name, boolean fine, boolean monthFirst) {
    Function<CallSite, Type> type =
        call -> {
          call.arity(1, fine ? 3 : 2);
          String zone = call.zone(fine ? 2 : 1);
          int precision = fine && call.size() > 1 ? CastFunctions.scale(call, 9) : 3;
          return fine ? fine(precision, zone) : new DateTimeType(zone);
        };
    family.add(name, call -> parsed(call.text(0), type.apply(call), monthFirst));
    for (Otherwise otherwise : new Otherwise[] {Otherwise.NULL, Otherwise.ZERO}) {
      family.add(
          name + otherwise.suffix,
          call -> parse(call.text(0), type.apply(call), otherwise, true, monthFirst));
    }
  }

  /** By best effort; what is no time is refused. */
  private static BoundFunction parsed(CallSite call, Type type, boolean monthFirst) {
    boolean padded = call.base(0) instanceof FixedStringType;
    ReadOptions options = new ReadOptions(call.context().zone(), true, true, monthFirst);
    return Bound.of(
        type,
        invocation -> {
          ValueReader reader = ValueReader.of(type, TextStyle.RAW, options);
          BytesLane lane = BytesLane.of(invocation.argument(0));
          ColumnBuilder out = ColumnBuilder.of(type);
          for (int row = 0; row < invocation.rows(); row++) {
            int end = padded ? paddingStart(lane, row) : lane.end(row);
            reader.readWhole(lane.data(), lane.start(row), end, out);
          }
          return out.build();
        });
  }

  private static BoundFunction bind(CallSite call, Type type, Otherwise otherwise) {
    int defaultAt = call.size() - 1;
    if (otherwise == Otherwise.DEFAULT) {
      checkDefault(call, type);
    }
    if (call.base(0) instanceof NothingType) {
      int other = otherwise == Otherwise.DEFAULT && hasDefault(call, type) ? defaultAt : -1;
      return Bound.total(type, invocation -> nothing(invocation, type, other));
    }
    if (call.base(0) instanceof FixedStringType fixed) {
      if (RawBytes.holds(fixed, type)) {
        Type result = otherwise == Otherwise.NULL ? type.toNullable() : type;
        return Bound.total(result, invocation -> RawBytes.read(invocation.argument(0), type));
      }
      if (otherwise == Otherwise.DEFAULT) {
        throw call.notImplemented(call.type(0).name());
      }
    }
    if (otherwise == Otherwise.DEFAULT && !CallSite.isText(call.base(0))) {
      if (call.type(0).isNullable()) {
        throw call.notImplemented(call.type(0).name());
      }
      return AccurateCasts.orDefault(call, type, hasDefault(call, type) ? defaultAt : call.size());
    }
    if (!CallSite.isText(call.base(0))) {
      if (otherwise == Otherwise.NULL && WholeMoments.take(call.base(0), type)) {
        return WholeMoments.orNull(call, type);
      }
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(0).name()
              + " of first argument of function "
              + call.name()
              + ". Conversion functions with postfix 'OrZero' or 'OrNull' should take String"
              + " argument");
    }
    return parse(call, type, otherwise, false, false);
  }

  private static void checkDefault(CallSite call, Type type) {
    Type other = call.type(call.size() - 1);
    if (hasDefault(call, type) && !CastFunctions.differInZoneAtMost(other, type)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Default value type should be same as cast type. Expected "
              + type.name()
              + ". Actual "
              + other.name());
    }
  }

  /** Whether the last argument is a default: what stands before it is value, scale and zone. */
  private static boolean hasDefault(CallSite call, Type type) {
    return call.size() > others(type);
  }

  /** How many arguments stand before a default. */
  private static int others(Type type) {
    if (type instanceof DateTime64Type) {
      return 3;
    }
    return type instanceof DateTimeType || type instanceof DecimalType ? 2 : 1;
  }

  private static Column nothing(Invocation call, Type type, int defaultAt) {
    ColumnBuilder column = ColumnBuilder.of(type);
    for (int row = 0; row < call.rows(); row++) {
      if (defaultAt > 0) {
        column.append(call.argument(defaultAt), row);
      } else if (type.equals(DateType.DATE32)) {
        column.appendLong(FIRST_DATE32);
      } else {
        column.appendDefault();
      }
    }
    return column.build();
  }

  private static BoundFunction parse(
      CallSite call, Type type, Otherwise otherwise, boolean bestEffort, boolean monthFirst) {
    ReadOptions options = new ReadOptions(call.context().zone(), bestEffort, true, monthFirst);
    Type result = otherwise == Otherwise.NULL ? type.toNullable() : type;
    boolean padded = call.base(0) instanceof FixedStringType && !(type instanceof DecimalType);
    Kernel kernel = invocation -> parse(invocation, type, options, otherwise, padded);
    return bestEffort ? Bound.of(result, kernel) : Bound.total(result, kernel);
  }

  private static Column parse(
      Invocation call, Type type, ReadOptions options, Otherwise otherwise, boolean padded) {
    ValueReader reader = ValueReader.of(type, TextStyle.RAW, options);
    BytesLane lane = BytesLane.of(call.argument(0));
    ColumnBuilder out = ColumnBuilder.of(type);
    int rows = call.rows();
    boolean[] failed = new boolean[rows];
    boolean any = false;
    Column texts = call.argument(0);
    for (int row = 0; row < rows; row++) {
      int end = padded ? paddingStart(lane, row) : lane.end(row);
      boolean nothing = padded && end == lane.start(row);
      if (nothing && type instanceof IntegerType) {
        out.appendDefault();
      } else if (texts.isNull(row)
          || (nothing && (type instanceof DateTime64Type || isClock(type)))
          || !reader.tryReadWhole(lane.data(), lane.start(row), end, out)) {
        failed[row] = true;
        any = true;
        if (out.size() == row) {
          out.appendDefault();
        }
      }
    }
    if (!any) {
      return out.build();
    }
    if (otherwise == Otherwise.NULL) {
      return out.build().withNulls(failed);
    }
    return mended(call, type, otherwise, out.build(), failed);
  }

  private static boolean isClock(Type type) {
    return type instanceof TimeType || type instanceof Time64Type;
  }

  private static int paddingStart(BytesLane lane, int row) {
    int end = lane.end(row);
    while (end > lane.start(row) && lane.data()[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private static Column mended(
      Invocation call, Type type, Otherwise otherwise, Column read, boolean[] failed) {
    int at = others(type);
    Column other =
        call.argumentCount() > at && otherwise == Otherwise.DEFAULT ? call.argument(at) : null;
    ColumnBuilder mended = ColumnBuilder.of(type);
    for (int row = 0; row < failed.length; row++) {
      if (!failed[row]) {
        mended.append(read, row);
      } else if (other == null && type.equals(DateType.DATE32)) {
        mended.appendLong(FIRST_DATE32);
      } else if (other == null) {
        mended.appendDefault();
      } else {
        mended.append(other, row);
      }
    }
    return mended.build();
  }
}
