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
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.math.BigDecimal;
import java.math.BigInteger;

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
    Type from = call.base(0);
    Type to = TypeParser.parse(call.constantText(1));
    Type result = misfit == Misfit.NULL ? to.toNullable() : to;
    if (CallSite.isText(from) && !CallSite.isText(to.base())) {
      return Bound.of(result, invocation -> parse(call, invocation, to.withoutNullable(), misfit));
    }
    Conversion conversion = Conversions.of(from, to, call.context().zone());
    if (!isNumber(from) || !isNumber(to.base())) {
      if (misfit != Misfit.FAILS && conversionMayFail(to.base())) {
        throw call.notImplemented(from.name() + " to " + to.name());
      }
      return Bound.of(result, invocation -> conversion.convert(invocation.argument(0)));
    }
    Type target = to.base();
    Conversion plain = Conversions.of(from, target, call.context().zone());
    return Bound.of(result, invocation -> numbers(call, invocation, from, target, plain, misfit));
  }

  private static boolean conversionMayFail(Type to) {
    return !CallSite.isText(to) && !isNumber(to);
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType || type instanceof BoolType;
  }

  private static Column parse(CallSite call, Invocation invocation, Type to, Misfit misfit) {
    ReadOptions options = new ReadOptions(call.context().zone(), true, true);
    ValueReader reader = ValueReader.of(to, TextStyle.RAW, options);
    BytesLane lane = BytesLane.of(invocation.argument(0));
    boolean[] misses = new boolean[invocation.rows()];
    ColumnBuilder out = ColumnBuilder.of(to);
    for (int row = 0; row < invocation.rows(); row++) {
      misses[row] = !reader.tryReadWhole(lane.data(), lane.start(row), lane.end(row), out);
      if (misses[row] && misfit == Misfit.FAILS) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_TEXT, "Cannot parse string to type " + to.name());
      }
      if (out.size() == row) {
        out.appendDefault();
      }
    }
    return mended(invocation, out.build(), misses, to, misfit);
  }

  private static Column numbers(
      CallSite call,
      Invocation invocation,
      Type from,
      Type to,
      Conversion conversion,
      Misfit misfit) {
    Column source = invocation.argument(0);
    boolean[] misses = misses(from, to, source, invocation.rows());
    boolean any = false;
    for (boolean miss : misses) {
      any |= miss;
    }
    if (!any) {
      return conversion.convert(source);
    }
    if (misfit == Misfit.FAILS) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "Value in column "
              + call.type(0).name()
              + " cannot be safely converted into type "
              + to.name());
    }
    ColumnBuilder builder = ColumnBuilder.of(to);
    for (int row = 0; row < misses.length; row++) {
      if (misses[row]) {
        builder.appendDefault();
      } else {
        builder.append(conversion.convert(source.gather(new int[] {row}, 1)), 0);
      }
    }
    return mended(invocation, builder.build(), misses, to, misfit);
  }

  private static Column mended(
      Invocation call, Column values, boolean[] misses, Type type, Misfit misfit) {
    if (misfit == Misfit.NULL) {
      return values.withNulls(misses);
    }
    if (call.argumentCount() < 3) {
      return values;
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < misses.length; row++) {
      builder.append(misses[row] ? call.argument(2) : values, row);
    }
    return builder.build();
  }

  /** Which values the target type cannot hold exactly. */
  private static boolean[] misses(Type from, Type to, Column source, int rows) {
    boolean[] misses = new boolean[rows];
    if (from instanceof FloatType) {
      DoubleLane lane = DoubleLane.of(from, source);
      for (int row = 0; row < rows; row++) {
        misses[row] = !fits(lane.at(row), to);
      }
      return misses;
    }
    BigLane lane = BigLane.of(from, source);
    for (int row = 0; row < rows; row++) {
      misses[row] = !fits(lane.at(row), to);
    }
    return misses;
  }

  private static boolean fits(double value, Type to) {
    if (to instanceof FloatType floating) {
      return floating.bits() == 64 || Double.isNaN(value) || (float) value == value;
    }
    return Double.isFinite(value)
        && value == Math.rint(value)
        && fits(new BigDecimal(value).toBigInteger(), to);
  }

  private static boolean fits(BigInteger value, Type to) {
    if (to instanceof FloatType floating) {
      double rounded = floating.bits() == 32 ? value.floatValue() : value.doubleValue();
      return Double.isFinite(rounded) && new BigDecimal(rounded).toBigInteger().equals(value);
    }
    if (to instanceof BoolType) {
      return value.signum() == 0 || value.equals(BigInteger.ONE);
    }
    IntegerType integer = (IntegerType) to;
    return integer.signed()
        ? value.bitLength() < integer.bits()
        : value.signum() >= 0 && value.bitLength() <= integer.bits();
  }
}
