// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.ConstantText;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Refused;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparison operators. */
public final class ComparisonFunctions {

  private ComparisonFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Comparison");
    for (Relation relation : Relation.values()) {
      family.add(relation.function(), call -> bind(relation, call));
    }
    return family;
  }

  private static BoundFunction bind(Relation relation, CallSite call) {
    call.arity(2);
    Type a = call.base(0);
    Type b = call.base(1);
    if (AggregateFunctionType.isIn(a) || AggregateFunctionType.isIn(b)) {
      throw call.illegal();
    }
    if (a instanceof TupleType x && b instanceof TupleType y) {
      return TupleComparison.bind(relation, call, x, y);
    }
    try {
      return bind(relation, call, a, b);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NOT_IMPLEMENTED) || !isTyped(a, b)) {
        throw e;
      }
      return new Refused(IntegerType.UINT8, e);
    }
  }

  private static BoundFunction bind(Relation relation, CallSite call, Type a, Type b) {
    Kernel kernel = kernel(relation, call, a, b);
    Bound bound =
        DecimalComparison.isFor(a, b)
            ? Bound.of(IntegerType.UINT8, kernel)
            : Bound.total(IntegerType.UINT8, kernel);
    Column comparand = comparand(call, a, b);
    return comparand == null ? bound : new TextRead(bound, comparand);
  }

  /** Whether the server tells by the types that they may be compared, before it tries to. */
  private static boolean isTyped(Type a, Type b) {
    return isText(a) || isText(b) || isRepresented(a) && isRepresented(b);
  }

  private static boolean isRepresented(Type type) {
    return isNumeric(type) || type instanceof EnumType;
  }

  /** The value that a constant text beside another type is read as; null without one. */
  private static @Nullable Column comparand(CallSite call, Type a, Type b) {
    if (CallSite.isText(a) == CallSite.isText(b)) {
      return null;
    }
    int textIndex = CallSite.isText(a) ? 0 : 1;
    Column text = call.constant(textIndex);
    return text == null
        ? null
        : ConstantText.read(
            (BytesColumn) text.flatten(), call.base(1 - textIndex), call.context().zone());
  }

  /** A comparison with a text that has been read already. */
  private record TextRead(Bound bound, Column comparand) implements BoundFunction {
    @Override
    public Type returnType() {
      return bound.returnType();
    }

    @Override
    public Column evaluate(Invocation call) {
      return bound.evaluate(call);
    }

    @Override
    public boolean isTotal() {
      return bound.isTotal();
    }
  }

  private static Kernel kernel(Relation relation, CallSite call, Type a, Type b) {
    boolean textA = CallSite.isText(a);
    boolean textB = CallSite.isText(b);
    if (textA && textB) {
      boolean padded = a instanceof FixedStringType || b instanceof FixedStringType;
      return invocation -> BytesComparison.evaluate(relation, invocation, padded);
    }
    if (textA || textB) {
      return withText(relation, call, textA ? 0 : 1);
    }
    boolean whole = isWholeTime(a) || isWholeTime(b);
    if (whole && (a instanceof DecimalType || b instanceof DecimalType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "No operation " + call.name() + " between " + a.name() + " and " + b.name());
    }
    if (isByNumber(a, b)) {
      return NumberComparison.kernel(relation, numberOf(a), numberOf(b));
    }
    if (a.equals(b) && a instanceof EnumType) {
      return invocation -> LongComparison.evaluate(relation, invocation, false);
    }
    return bySupertype(relation, call, a, b);
  }

  private static boolean isByNumber(Type a, Type b) {
    boolean whole = isWholeTime(a) || isWholeTime(b);
    return isNumeric(a) && isNumeric(b) || whole && isRepresented(a) && isRepresented(b);
  }

  /** The whole number that stands for a name. */
  private static Type numberOf(Type type) {
    return type instanceof EnumType names ? new IntegerType(names.bits(), true) : type;
  }

  private static boolean isWholeTime(Type type) {
    return type instanceof TimeType || type instanceof DateTimeType;
  }

  /** Numbers, and times where they compare as the number they are. */
  private static boolean isNumeric(Type type) {
    return type instanceof IntegerType
        || type instanceof BoolType
        || type.lane() == Lane.DOUBLE
        || type instanceof DecimalType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type
        || type instanceof TimeType
        || type instanceof Time64Type;
  }

  /** A constant text beside another type is read as a value of that type. */
  private static Kernel withText(Relation relation, CallSite call, int textIndex) {
    Type other = call.base(1 - textIndex);
    if (other instanceof JsonType) {
      throw call.notImplemented("a text beside JSON; compare toJSONString of it or a path");
    }
    Column text = call.constant(textIndex);
    if (text == null || text.isNull(0)) {
      if (text == null && other instanceof EnumType) {
        return enumAsText(relation, call, textIndex);
      }
      throw call.refuse(
          other instanceof DecimalType
              ? ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT
              : ErrorCode.NO_COMMON_TYPE,
          "There is no supertype for types "
              + call.base(0).name()
              + ", "
              + call.base(1).name()
              + " because some of them are String/FixedString/Enum and some of them are not");
    }
    BytesColumn bytes = (BytesColumn) text.flatten();
    Column value = ConstantText.read(bytes, other, call.context().zone());
    if (value == null) {
      if (other instanceof EnumType && relation == Relation.NOT_EQUALS) {
        throw call.refuse(
            ErrorCode.UNKNOWN_ELEMENT_OF_ENUM,
            "Unknown element '" + bytes.string(0) + "' for enum");
      }
      long answer = relation == Relation.NOT_EQUALS ? 1 : 0;
      return invocation -> ConstantColumn.of(LongColumn.of(answer), invocation.rows());
    }
    Kernel same =
        isNumeric(other)
            ? NumberComparison.kernel(relation, other, other)
            : ordered(relation, other);
    return invocation -> {
      Column constant = ConstantColumn.of(value, invocation.rows());
      Column column = invocation.argument(1 - textIndex);
      Column[] arguments =
          textIndex == 0 ? new Column[] {constant, column} : new Column[] {column, constant};
      return same.evaluate(
          new ColumnInvocation(arguments, invocation.rows(), invocation.scratch()));
    };
  }

  private static Kernel enumAsText(Relation relation, CallSite call, int textIndex) {
    Conversion names =
        Conversions.of(
            call.base(1 - textIndex),
            io.twinhouse.engine.type.StringType.INSTANCE,
            call.context().zone());
    boolean padded = call.base(textIndex) instanceof FixedStringType;
    return invocation -> {
      Column[] arguments = {invocation.argument(0), invocation.argument(1)};
      arguments[1 - textIndex] = names.convert(arguments[1 - textIndex]);
      return BytesComparison.evaluate(
          relation,
          new ColumnInvocation(arguments, invocation.rows(), invocation.scratch()),
          padded);
    };
  }

  private static Kernel bySupertype(Relation relation, CallSite call, Type a, Type b) {
    Type common = a.equals(b) ? a : numberBehind(call, a, b);
    ZoneId zone = call.context().zone();
    Conversion left = Conversions.toCommon(a, common, zone);
    Conversion right = Conversions.toCommon(b, common, zone);
    Kernel kernel =
        isNumeric(common) || common instanceof DateType
            ? NumberComparison.kernel(relation, common, common)
            : ordered(relation, common);
    if (left.isNone() && right.isNone()) {
      return kernel;
    }
    return invocation -> {
      Column[] arguments = {
        left.convert(invocation.argument(0)), right.convert(invocation.argument(1))
      };
      return kernel.evaluate(
          new ColumnInvocation(arguments, invocation.rows(), invocation.scratch()));
    };
  }

  private static Type numberBehind(CallSite call, Type a, Type b) {
    if (a instanceof EnumType && b instanceof IntegerType) {
      return LeastSupertype.of(List.of(new IntegerType(((EnumType) a).bits(), true), b));
    }
    if (b instanceof EnumType && a instanceof IntegerType) {
      return numberBehind(call, b, a);
    }
    if (a instanceof IntervalType && b instanceof IntegerType integer && integer.bits() <= 32) {
      return IntegerType.INT64;
    }
    if (b instanceof IntervalType && a instanceof IntegerType) {
      return numberBehind(call, b, a);
    }
    if (isAddress(a) && isAddress(b)) {
      return IpType.IPV6;
    }
    try {
      return LeastSupertype.of(List.of(a, b));
    } catch (TwinhouseException e) {
      throw unlike(call, a, b, e);
    }
  }

  /** What the server says of types that it does not compare; of some it does, but we do not. */
  private static TwinhouseException unlike(CallSite call, Type a, Type b, TwinhouseException e) {
    boolean text = isText(a) || isText(b);
    boolean decimal = a instanceof DecimalType || b instanceof DecimalType;
    if (!e.is(ErrorCode.NO_COMMON_TYPE) || text && !decimal) {
      return e;
    }
    if (isNumberOrAddress(a) && isNumberOrAddress(b)) {
      return call.notImplemented(a.name() + " and " + b.name());
    }
    return call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "No operation " + call.name() + " between " + a.name() + " and " + b.name());
  }

  private static boolean isText(Type type) {
    return type instanceof StringType || type instanceof FixedStringType;
  }

  private static boolean isAddress(Type type) {
    return type instanceof IpType;
  }

  private static boolean isNumberOrAddress(Type type) {
    return isNumeric(type) || isAddress(type);
  }

  private static Kernel ordered(Relation relation, Type type) {
    if (type.lane() == io.twinhouse.engine.type.Lane.LONG) {
      return invocation -> LongComparison.evaluate(relation, invocation, false);
    }
    if (!relation.isEquality()) {
      ValueOrder.requireKnown(type);
    }
    ValueOrder order = ValueOrder.of(type);
    return invocation -> {
      Column a = invocation.argument(0);
      Column b = invocation.argument(1);
      long[] result = invocation.scratch().longs(invocation.rows());
      for (int row = 0; row < invocation.rows(); row++) {
        result[row] = relation.holds(order.compare(a, row, b, row)) ? 1 : 0;
      }
      return LongColumn.of(result, invocation.rows(), null);
    };
  }
}
