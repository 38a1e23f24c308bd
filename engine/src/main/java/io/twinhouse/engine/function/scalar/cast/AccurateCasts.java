// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.convert.ExactNumbers;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
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
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** accurateCast and its kin, which refuse a value that the other type cannot hold. */
public final class AccurateCasts {

  private AccurateCasts() {}

  /** What becomes of a value that does not fit. */
  private enum Misfit {
    FAILS,
    NULL,
    DEFAULT
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Type conversion");
    family.add(
        "accurateCast", t -> t.ownLowCardinality(), call -> bind(call.arity(2), Misfit.FAILS));
    family.add(
        "accurateCastOrNull", t -> t.ownLowCardinality(), call -> bind(call.arity(2), Misfit.NULL));
    family.add(
        "accurateCastOrDefault",
        t -> t.ownLowCardinality(),
        call -> bind(call.arity(2, 3), Misfit.DEFAULT));
    return family;
  }

  private static BoundFunction bind(CallSite call, Misfit misfit) {
    Type to = CastFunctions.withZoneOf(call.base(0), TypeParser.parse(call.constantText(1)));
    requireNullable(call, to.base(), misfit);
    if (call.size() == 3 && !CastFunctions.differInZoneAtMost(call.base(2), to.base())) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Default value type should be same as cast type. Expected "
              + to.name()
              + ". Actual "
              + call.type(2).name());
    }
    boolean read = call.base(0) instanceof StringType && !CallSite.isText(to.base());
    boolean lenient = read && to.isNullable() && !(to.base() instanceof BoolType);
    return bind(call, to, lenient && misfit == Misfit.FAILS ? Misfit.NULL : misfit, 2);
  }

  private static Kernel readingTexts(CallSite call, Type target, Mend mend) {
    boolean number = isNumber(target) && !(target instanceof BoolType);
    boolean padded = call.base(0) instanceof FixedStringType && number;
    return invocation -> {
      if (padded) {
        refusePadding(call, invocation.argument(0));
      }
      return parse(call, invocation, mend);
    };
  }

  /** Texts with zero bytes behind them the server reads by other rules than those without. */
  private static void refusePadding(CallSite call, Column texts) {
    BytesLane lane = BytesLane.of(texts);
    for (int row = 0; row < texts.size(); row++) {
      boolean given = !texts.isNull(row) && lane.end(row) > lane.start(row);
      if (given && lane.data()[lane.end(row) - 1] == 0) {
        throw call.notImplemented(
            call.type(0).name() + " with zero bytes at the end; cast it to String before");
      }
    }
  }

  /** What NULL or a default may stand for is what can be NULL. */
  private static void requireNullable(CallSite call, Type to, Misfit misfit) {
    if (misfit != Misfit.FAILS && (to instanceof ArrayType || to instanceof MapType)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Type "
              + to.name()
              + " is not supported for "
              + call.name()
              + " because it cannot be inside Nullable");
    }
    if (misfit != Misfit.FAILS && to instanceof TupleType) {
      throw call.notImplemented(call.base(0).name() + " to " + to.name());
    }
  }

  /** accurateCastOrDefault under the name of a type, whose default may be an argument. */
  static BoundFunction orDefault(CallSite call, Type to, int defaultAt) {
    return bind(call, to, Misfit.DEFAULT, defaultAt);
  }

  private static BoundFunction bind(CallSite call, Type to, Misfit misfit, int defaultAt) {
    Type from = call.base(0);
    Type result = misfit == Misfit.NULL ? to.toNullable() : to;
    Kernel kernel = kernel(call, from, to, new Mend(to.withoutNullable(), misfit, defaultAt));
    return Bound.of(result, kernel);
  }

  private static Kernel kernel(CallSite call, Type from, Type to, Mend mend) {
    Kernel known = mend.misfit() == Misfit.FAILS ? failing(call, from, to) : null;
    return known == null ? byValue(call, from, to, mend) : known;
  }

  private static Kernel byValue(CallSite call, Type from, Type to, Mend mend) {
    Type target = to.base();
    boolean fails = mend.misfit() == Misfit.FAILS;
    if (mend.misfit() == Misfit.DEFAULT) {
      RefusedCasts.checkText(from, target);
    }
    if (CallSite.isText(from) && !CallSite.isText(target)) {
      return readingTexts(call, target, mend);
    }
    if (isIdentifier(target) && isNumber(from)) {
      return invocation -> all(invocation, mend);
    }
    Conversion conversion = Conversions.of(from, to, call.context().zone());
    if (mayCut(from, target)) {
      throw call.notImplemented(from.name() + " to " + to.name());
    }
    if (isNumber(from) && isSecondsOrDays(target)) {
      return invocation -> numbers(call, invocation, from, conversion, mend);
    }
    if (ExactNumbers.looksAt(from, target)) {
      Conversion plain = Conversions.of(from, target, call.context().zone());
      return invocation -> numbers(call, invocation, from, plain, mend);
    }
    if (!fails && target instanceof DecimalType && countsAsDecimal(from)) {
      return invocation -> decimals(call, invocation, conversion, mend);
    }
    if (!fails && conversionMayFail(from, target, mend)) {
      throw call.notImplemented(from.name() + " to " + to.name());
    }
    return invocation -> conversion.convert(invocation.argument(0));
  }

  /** What accurateCast itself does as CAST, or element by element; null for other types. */
  private static @Nullable Kernel failing(CallSite call, Type from, Type to) {
    Type target = to.base();
    RefusedCasts.checkText(from, target);
    if (isIdentifier(target) && isNumber(from)) {
      throw ExactNumbers.noConversion(from, target);
    }
    boolean within = Conversions.isContainer(from) && Conversions.isContainer(target);
    boolean read = CallSite.isText(from) && !CallSite.isText(target);
    if (!within && (!read || target instanceof IntegerType || target instanceof EnumType)) {
      return null;
    }
    Conversion conversion =
        within
            ? Conversions.exact(from, to, call.context())
            : Conversions.of(from, to, call.context().zone());
    return invocation -> conversion.convert(invocation.argument(0));
  }

  private static boolean countsAsDecimal(Type from) {
    boolean narrow = from.lane() != Lane.WIDE && (isNumber(from) || isTime(from));
    return narrow || from instanceof DecimalType;
  }

  /**
   * What to do about values that do not fit.
   *
   * @param defaultAt the place of the argument that stands for them, if there is one
   */
  private record Mend(Type to, Misfit misfit, int defaultAt) {}

  private static boolean isIdentifier(Type to) {
    return to instanceof IpType || to instanceof UuidType;
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  /** Dates and times that have no values before 1970. */
  private static boolean isSecondsOrDays(Type to) {
    return to.equals(DateType.DATE) || to instanceof DateTimeType;
  }

  /** Whether values within others have numbers that the conversion would cut in silence. */
  private static boolean mayCut(Type from, Type to) {
    if (from instanceof ArrayType given && to instanceof ArrayType wanted) {
      return partMayCut(given.element().base(), wanted.element().base());
    }
    if (from instanceof MapType given && to instanceof MapType wanted) {
      return partMayCut(given.key().base(), wanted.key().base())
          || partMayCut(given.value().base(), wanted.value().base());
    }
    if (from instanceof TupleType given && to instanceof TupleType wanted) {
      int width = Math.min(given.elements().size(), wanted.elements().size());
      for (int i = 0; i < width; i++) {
        if (partMayCut(given.elements().get(i).base(), wanted.elements().get(i).base())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean partMayCut(Type from, Type to) {
    return mayCut(from, to)
        || ExactNumbers.looksAt(from, to) && !from.equals(to) && !isWidened(from, to);
  }

  private static boolean isWidened(Type from, Type to) {
    try {
      return LeastSupertype.of(List.of(from, to)).equals(to);
    } catch (TwinhouseException e) {
      return false;
    }
  }

  private static boolean conversionMayFail(Type from, Type to, Mend mend) {
    boolean betweenTimes = isTime(from) && isTime(to) && !from.equals(to);
    if (betweenTimes && mend.misfit() == Misfit.DEFAULT) {
      return true;
    }
    boolean always = CallSite.isText(to) || to instanceof BoolType || from.equals(to);
    boolean counted = isNumber(from) || isTime(from);
    return !always && !(counted && (isNumber(to) || isTime(to)) && from.lane() != Lane.WIDE);
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type.lane() == Lane.DOUBLE || type instanceof BoolType;
  }

  private static Column parse(CallSite call, Invocation invocation, Mend mend) {
    // a default stands for times of all forms but the plain one
    boolean bestEffort = mend.misfit() != Misfit.DEFAULT;
    ReadOptions options = new ReadOptions(call.context().zone(), bestEffort, true);
    Type to = mend.to();
    ValueReader reader = ValueReader.of(to, TextStyle.RAW, options);
    BytesLane lane = BytesLane.of(invocation.argument(0));
    boolean[] misses = new boolean[invocation.rows()];
    ColumnBuilder out = ColumnBuilder.of(to);
    for (int row = 0; row < invocation.rows(); row++) {
      misses[row] = !reader.tryReadWhole(lane.data(), lane.start(row), lane.end(row), out);
      if (misses[row] && to instanceof EnumType) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, "Unknown element for " + to.name());
      }
      if (misses[row] && mend.misfit() == Misfit.FAILS) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_TEXT, "Cannot parse string to type " + to.name());
      }
      if (out.size() == row) {
        out.appendDefault();
      }
    }
    return mended(invocation, out.build(), misses, mend);
  }

  /** No value at all fits. */
  private static Column all(Invocation call, Mend mend) {
    boolean[] misses = new boolean[call.rows()];
    Arrays.fill(misses, true);
    ColumnBuilder builder = ColumnBuilder.of(mend.to());
    for (int row = 0; row < misses.length; row++) {
      builder.appendDefault();
    }
    return mended(call, builder.build(), misses, mend);
  }

  /** Row by row, since the conversion itself tells what does not fit. */
  private static Column decimals(
      CallSite call, Invocation invocation, Conversion conversion, Mend mend) {
    boolean[] misses = new boolean[invocation.rows()];
    ColumnBuilder builder = ColumnBuilder.of(mend.to());
    Column source = invocation.argument(0);
    for (int row = 0; row < misses.length; row++) {
      try {
        builder.append(conversion.convert(source.gather(new int[] {row}, 1)), 0);
      } catch (TwinhouseException e) {
        if (e.number() != ErrorCode.DECIMAL_OVERFLOW.number()) {
          throw e;
        }
        if (((DecimalType) mend.to()).bits() > 128) {
          throw call.notImplemented("what is too large for 256 bits");
        }
        misses[row] = true;
        builder.appendDefault();
      }
    }
    return mended(invocation, builder.build(), misses, mend);
  }

  private static Column numbers(
      CallSite call, Invocation invocation, Type from, Conversion conversion, Mend mend) {
    Column source = invocation.argument(0);
    boolean[] misses = ExactNumbers.misses(from, mend.to().base(), source, invocation.rows());
    boolean any = false;
    for (boolean miss : misses) {
      any |= miss;
    }
    if (!any) {
      return conversion.convert(source);
    }
    if (mend.misfit() == Misfit.FAILS) {
      throw ExactNumbers.misfit(call.type(0), mend.to());
    }
    ColumnBuilder builder = ColumnBuilder.of(mend.to());
    for (int row = 0; row < misses.length; row++) {
      if (misses[row]) {
        builder.appendDefault();
      } else {
        builder.append(conversion.convert(source.gather(new int[] {row}, 1)), 0);
      }
    }
    return mended(invocation, builder.build(), misses, mend);
  }

  private static Column mended(Invocation call, Column values, boolean[] misses, Mend mend) {
    if (mend.misfit() == Misfit.NULL) {
      return values.withNulls(misses);
    }
    boolean given = call.argumentCount() > mend.defaultAt();
    ColumnBuilder builder = ColumnBuilder.of(mend.to());
    for (int row = 0; row < misses.length; row++) {
      if (!misses[row]) {
        builder.append(values, row);
      } else if (given) {
        builder.append(call.argument(mend.defaultAt()), row);
      } else { // what the text begins with may have been read
        builder.appendDefault();
      }
    }
    return builder.build();
  }
}
