// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.convert.ConstantText;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The values that a constant at the right of IN stands for, converted to the keys' types. */
public final class SetValues {

  private static final Type SECONDS = new IntegerType(32, true);

  private final RexFactory rex;

  public SetValues(RexFactory rex) {
    this.rex = rex;
  }

  /**
   * The rows of the set.
   *
   * @param keys types of the elements of the tuple at the left, none if there is no tuple
   */
  List<List<RexNode>> rows(List<RexNode> elements, List<Type> keys) {
    List<List<RexNode>> rows = new ArrayList<>();
    int width = keys.size();
    if (width == 0) {
      elements.forEach(e -> rows.add(List.of(e)));
      return rows;
    }
    boolean flat = elements.stream().noneMatch(e -> RexFactory.typeOf(e) instanceof TupleType);
    if (flat || isRow(elements, keys)) {
      rows.add(checked(elements, width));
      return rows;
    }
    for (RexNode element : elements) {
      ConstantOperator tuple = RexFactory.constantOf(element);
      if (tuple == null || !(tuple.type() instanceof TupleType)) {
        throw Failures.of(
            ErrorCode.INCORRECT_ELEMENT_OF_SET,
            "Invalid type in set. Expected tuple, got " + RexFactory.typeOf(element).name());
      }
      rows.add(checked(elements(tuple), width));
    }
    return rows;
  }

  /** Whether elements are those of one tuple: the server asks how deep the first of them is. */
  private static boolean isRow(List<RexNode> elements, List<Type> keys) {
    return elements.size() == keys.size()
        && depth(RexFactory.typeOf(elements.get(0))) == depth(keys.get(0));
  }

  private static int depth(Type type) {
    if (type instanceof ArrayType array) {
      return 1 + depth(array.element());
    }
    if (type instanceof TupleType tuple) {
      return tuple.elements().isEmpty() ? 1 : 1 + depth(tuple.elements().get(0));
    }
    return 0;
  }

  private static List<RexNode> checked(List<RexNode> row, int width) {
    if (row.size() != width) {
      throw Failures.of(
          ErrorCode.INCORRECT_ELEMENT_OF_SET,
          "Incorrect size of tuple in set: " + row.size() + " instead of " + width);
    }
    return row;
  }

  /** The elements of a constant tuple or array; any other constant is its only element. */
  public List<RexNode> elements(ConstantOperator constant) {
    Type type = constant.type();
    Column value = constant.value();
    List<RexNode> elements = new ArrayList<>();
    if (type instanceof TupleType tuple && value instanceof TupleColumn column) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        elements.add(rex.constant(tuple.elements().get(i), column.elements().get(i)));
      }
      return elements;
    }
    if (type instanceof ArrayType array && value instanceof ArrayColumn column) {
      for (int i = 0; i < column.length(0); i++) {
        int row = column.offsets()[0] + i;
        elements.add(rex.constant(array.element(), column.elements().gather(new int[] {row}, 1)));
      }
      return elements;
    }
    elements.add(rex.constant(type, value));
    return elements;
  }

  /** One row in the keys' types; null where one of its values no key can equal. */
  @Nullable List<Column> convert(List<RexNode> row, List<Type> types) {
    List<Column> converted = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Column value = convert(row.get(i), types.get(i));
      if (value == null) {
        return null;
      }
      converted.add(value);
    }
    return converted;
  }

  private @Nullable Column convert(RexNode element, Type type) {
    ConstantOperator constant = RexFactory.constantOf(element);
    if (constant == null || constant.value().isNull(0)) {
      return null;
    }
    Type from = constant.type().base();
    if (from.equals(type)) {
      return constant.value();
    }
    if (from instanceof DecimalType && type.lane() == Lane.DOUBLE) {
      throw mismatch(from, type);
    }
    if (isNumber(from) && isNumber(type)) {
      if (!fits(constant, type)) {
        return null;
      }
    } else if (from instanceof StringType && ConstantText.reads(type)) {
      BytesColumn text = (BytesColumn) constant.value().flatten();
      return ConstantText.inSet(text, type, rex.context().zone());
    }
    if (from instanceof IntegerType && type instanceof DateType && isNegative(constant)) {
      return null;
    }
    if (isUnknown(constant, type)) {
      throw Failures.notImplemented(
          "IN over values of type " + from.name() + " for a key of type " + type.name());
    }
    if (isMismatch(from, type)) {
      throw mismatch(from, type);
    }
    return valueOf(rex.cast(element, CarriedZones.dropped(type)));
  }

  private static TwinhouseException mismatch(Type from, Type type) {
    return Failures.of(
        ErrorCode.TYPE_MISMATCH,
        "Type mismatch in IN or VALUES section. Expected: "
            + type.name()
            + ". Got: "
            + from.name());
  }

  private static boolean isUnknown(ConstantOperator constant, Type type) {
    Type from = constant.type().base();
    return from instanceof BoolType && type instanceof StringType
        || from instanceof IntegerType && type instanceof TimeType && !fits(constant, SECONDS);
  }

  private static boolean isNegative(ConstantOperator constant) {
    Object value = JavaValues.get(constant.type().base(), constant.value(), 0);
    return new BigDecimal(String.valueOf(value)).signum() < 0;
  }

  /** What a cast takes and a set does not. */
  private static boolean isMismatch(Type from, Type type) {
    boolean ticks = type instanceof Time64Type || type instanceof DateTime64Type;
    boolean clock = type instanceof TimeType;
    boolean addresses = from instanceof IpType && type instanceof IpType;
    return from instanceof FloatType && (ticks || clock)
        || from instanceof Time64Type && clock
        || addresses && !from.equals(type);
  }

  private static Column valueOf(RexNode node) {
    ConstantOperator constant = RexFactory.constantOf(node);
    if (constant == null) {
      throw Failures.notImplemented("IN over a value that is no constant, " + node + ",");
    }
    return constant.value();
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type.lane() == Lane.DOUBLE
        || type instanceof DecimalType
        || type instanceof BoolType;
  }

  private static boolean fitsFloat(@Nullable Object value, Type type) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return true;
    }
    double nearest = type.equals(FloatType.FLOAT64) ? number.doubleValue() : number.floatValue();
    double rounded = type instanceof FloatType.Brain ? FloatType.Brain.round(nearest) : nearest;
    if (value instanceof Double || value instanceof Float) {
      return rounded == number.doubleValue();
    }
    return value instanceof BigDecimal
        || (Double.isFinite(rounded)
            && new BigDecimal(rounded).compareTo(new BigDecimal(String.valueOf(value))) == 0);
  }

  /** Whether a number is exactly a value of {@code type}. */
  private static boolean fits(ConstantOperator constant, Type type) {
    Object value = JavaValues.get(constant.type().base(), constant.value(), 0);
    if (value instanceof Boolean) {
      return true;
    }
    if (type.lane() == Lane.DOUBLE) {
      return fitsFloat(value, type);
    }
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return false;
    }
    BigDecimal exact = new BigDecimal(String.valueOf(value)).stripTrailingZeros();
    if (type instanceof DecimalType decimal) {
      return exact.scale() <= decimal.scale();
    }
    if (exact.scale() > 0) {
      return false;
    }
    if (!(type instanceof IntegerType integer)) {
      return exact.signum() == 0 || exact.compareTo(BigDecimal.ONE) == 0;
    }
    BigInteger whole = exact.toBigIntegerExact();
    int bits = integer.signed() ? integer.bits() - 1 : integer.bits();
    return whole.bitLength() <= bits && (integer.signed() || whole.signum() >= 0);
  }
}
