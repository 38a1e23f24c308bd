// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.scalar.number.NumberTypes;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import org.jspecify.annotations.Nullable;

/** least and greatest, which pass over NULLs. */
public final class ExtremeFunctions {

  private ExtremeFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Comparison");
    family.add("least", t -> t.ownNulls().anyCase(), call -> bind(call, false));
    family.add("greatest", t -> t.ownNulls().anyCase(), call -> bind(call, true));
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean greatest) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " cannot be called without arguments");
    }
    IntegerType mixed = mixedSigns(call, greatest);
    if (mixed != null) {
      return mixed(call, greatest, mixed);
    }
    if (isDecimalBesideFloat(call)) {
      return Bound.total(
          FloatType.FLOAT64,
          Operands.doubles(
              call.type(0), call.type(1), (x, y) -> (greatest ? x > y : x < y) ? x : y));
    }
    Type common = common(call);
    if (common.base() instanceof NothingType) {
      return Bound.total(common, invocation -> invocation.argument(0));
    }
    Conversion[] conversions = new Conversion[call.size()];
    for (int i = 0; i < conversions.length; i++) {
      conversions[i] = Conversions.toCommon(call.type(i), common, call.context().zone());
    }
    if (call.size() == 1) {
      return Bound.total(common, invocation -> invocation.argument(0));
    }
    boolean longs = common.lane() == Lane.LONG && !common.isNullable();
    boolean unsigned = common.equals(IntegerType.UINT64);
    if (longs) {
      return Bound.total(common, invocation -> longs(invocation, conversions, greatest, unsigned));
    }
    if (common instanceof FloatType) {
      return Bound.total(common, invocation -> doubles(invocation, conversions, greatest));
    }
    ValueOrder.requireKnown(common);
    ValueOrder order = ValueOrder.of(common);
    return Bound.total(common, invocation -> any(invocation, conversions, greatest, common, order));
  }

  /** Just two of them, neither Nullable, are compared as Float64; more have no common type. */
  private static boolean isDecimalBesideFloat(CallSite call) {
    return call.size() == 2
        && call.types().stream().anyMatch(DecimalType.class::isInstance)
        && call.types().stream().anyMatch(FloatType.class::isInstance);
  }

  /** A decimal and a whole number make the decimal's type, whatever its precision. */
  private static Type common(CallSite call) {
    if (call.size() == 2) {
      for (int i = 0; i < 2; i++) {
        if (call.base(i) instanceof DecimalType && NumberTypes.integer(call.base(1 - i)) != null) {
          return nullableIfAny(call, call.base(i));
        }
      }
      if (call.base(0) instanceof DecimalType a && call.base(1) instanceof DecimalType b) {
        int scale = Math.max(a.scale(), b.scale());
        int bits = Math.max(a.bits(), b.bits());
        return nullableIfAny(call, NumberTypes.decimal(bits, scale));
      }
    }
    long floats = call.types().stream().filter(t -> t.base() instanceof FloatType).count();
    long enums = call.types().stream().filter(t -> t.base() instanceof EnumType).count();
    if (enums > 0 && floats > 0) {
      throw call.notImplemented("an Enum beside a float");
    }
    boolean numbers = call.size() == 2;
    for (int i = 0; i < call.size(); i++) {
      numbers &= call.base(i) instanceof IntegerType || call.base(i) instanceof FloatType;
    }
    try {
      return LeastSupertype.of(call.types());
    } catch (TwinhouseException e) {
      boolean nullable = call.types().stream().anyMatch(Type::isNullable);
      throw numbers && !nullable ? call.illegal() : e;
    }
  }

  private static Type nullableIfAny(CallSite call, Type type) {
    return call.type(0).isNullable() || call.type(1).isNullable() ? type.toNullable() : type;
  }

  /** The server's result for UInt64 beside a signed integer, which have no supertype; or null. */
  private static @Nullable IntegerType mixedSigns(CallSite call, boolean greatest) {
    if (call.size() != 2
        || call.type(0).isNullable()
        || call.type(1).isNullable()
        || !(call.base(0) instanceof IntegerType a)
        || !(call.base(1) instanceof IntegerType b)) {
      return null;
    }
    IntegerType signed = a.signed() ? a : b;
    IntegerType unsigned = a.signed() ? b : a;
    if (!signed.signed() || !unsigned.equals(IntegerType.UINT64) || signed.bits() > 64) {
      return null;
    }
    if (signed.bits() < 64) {
      return IntegerType.INT128;
    }
    return greatest ? IntegerType.UINT64 : IntegerType.INT64;
  }

  private static BoundFunction mixed(CallSite call, boolean greatest, IntegerType result) {
    Type a = call.base(0);
    Type b = call.base(1);
    return Bound.total(
        result,
        invocation -> {
          BigLane x = BigLane.of(a, invocation.argument(0));
          BigLane y = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> greatest ? x.at(row).max(y.at(row)) : x.at(row).min(y.at(row)));
        });
  }

  private static Column longs(
      Invocation call, Conversion[] conversions, boolean greatest, boolean unsigned) {
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    long flip = unsigned ? Long.MIN_VALUE : 0;
    for (int i = 0; i < conversions.length; i++) {
      long[] values = ((LongColumn) conversions[i].convert(call.argument(i)).flatten()).values();
      for (int row = 0; row < rows; row++) {
        boolean better =
            i == 0
                || (greatest
                    ? (values[row] ^ flip) > (result[row] ^ flip)
                    : (values[row] ^ flip) < (result[row] ^ flip));
        result[row] = better ? values[row] : result[row];
      }
    }
    return LongColumn.of(result, rows, null);
  }

  /** NaN gives way to any number. */
  private static Column doubles(Invocation call, Conversion[] conversions, boolean greatest) {
    int rows = call.rows();
    double[] result = call.scratch().doubles(rows);
    for (int i = 0; i < conversions.length; i++) {
      double[] values =
          ((DoubleColumn) conversions[i].convert(call.argument(i)).flatten()).values();
      for (int row = 0; row < rows; row++) {
        double held = result[row];
        // Of two values the second one wins when they do not compare; of more, NaN gives way.
        boolean keeps =
            conversions.length == 2
                ? (greatest ? held > values[row] : held < values[row])
                : Double.isNaN(values[row])
                    || (greatest ? held >= values[row] : held <= values[row]);
        result[row] = i > 0 && keeps ? held : values[row];
      }
    }
    return DoubleColumn.of(result, rows, null);
  }

  private static Column any(
      Invocation call, Conversion[] conversions, boolean greatest, Type type, ValueOrder order) {
    Column[] columns = new Column[conversions.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = conversions[i].convert(call.argument(i)).flatten();
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < call.rows(); row++) {
      int best = 0;
      for (int i = 1; i < columns.length; i++) {
        if (columns[i].isNull(row) || (!columns[best].isNull(row) && isNan(columns[i], row))) {
          continue;
        }
        int compared = order.compare(columns[i], row, columns[best], row);
        if (columns[best].isNull(row)
            || isNan(columns[best], row)
            || (greatest ? compared > 0 : compared < 0)) {
          best = i;
        }
      }
      builder.append(columns[best], row);
    }
    return builder.build();
  }

  private static boolean isNan(Column column, int row) {
    return column instanceof DoubleColumn numbers && Double.isNaN(numbers.values()[row]);
  }
}
