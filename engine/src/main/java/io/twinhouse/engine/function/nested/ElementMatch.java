// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for values among elements. NULL equals NULL; NaN equals nothing; numbers of different types
 * are equal when their exact values are, or where {@link #converting} says so, once C++ has brought
 * them to one type.
 */
public final class ElementMatch {

  private final Type elementType;
  private final Type valueType;
  private final Conversion toElement;
  private final Conversion toValue;
  private final boolean converts;

  private ElementMatch(Type elementType, Type valueType, Conversion toElement, Conversion toValue) {
    this(elementType, valueType, toElement, toValue, false);
  }

  private ElementMatch(
      Type elementType,
      Type valueType,
      Conversion toElement,
      Conversion toValue,
      boolean converts) {
    this.converts = converts;
    this.elementType = elementType;
    this.valueType = valueType;
    this.toElement = toElement;
    this.toValue = toValue;
  }

  /**
   * @throws io.twinhouse.engine.error.TwinhouseException NO_COMMON_TYPE
   */
  public static ElementMatch of(CallSite call, Type element, Type value) {
    Type a = ElementTypes.plain(element);
    Type b = ElementTypes.plain(value);
    if (isNumber(a) && isNumber(b)) {
      return new ElementMatch(a, b, Conversion.NONE, Conversion.NONE);
    }
    Type common = LeastSupertype.of(List.of(a, b));
    if (!a.base().equals(b.base()) && (isNested(a) || isNested(b) || isEnum(a) != isEnum(b))) {
      throw call.notImplemented(a.name() + " and " + b.name() + "; cast one to the other's type");
    }
    boolean raw = a.base().lane() == b.base().lane() && isRaw(a) && isRaw(b);
    if (raw) {
      return new ElementMatch(a, b, Conversion.NONE, Conversion.NONE);
    }
    return new ElementMatch(
        common, common, ElementCast.of(call, a, common), ElementCast.of(call, b, common));
  }

  /**
   * As the other for a call whose first argument holds the elements: unless they are constant the
   * server compares numbers as C++ does, so that the Int8 -1 is the largest UInt32.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NO_COMMON_TYPE
   */
  public static ElementMatch converting(CallSite call, Type element, Type value) {
    ElementMatch match = of(call, element, value);
    boolean converts = call.constant(0) == null;
    if (converts && isPadded(element) != isPadded(value) && !isEnum(element) && !isEnum(value)) {
      // Whether padding counts hangs on which of the two is constant.
      throw call.notImplemented(element.name() + " and " + value.name());
    }
    return new ElementMatch(
        match.elementType, match.valueType, match.toElement, match.toValue, converts);
  }

  /**
   * Whether the server overlooks the constant that is looked for: in a dictionary without NULL it
   * takes the place of the type's default, '' or 0, for that of values that are not there.
   *
   * @param container the type of an array or map
   */
  public static boolean overlooks(CallSite call, Type container) {
    Type element =
        container instanceof MapType map
            ? map.key()
            : container instanceof ArrayType array ? array.element() : container;
    Column value = call.constant(1);
    if (!(element instanceof LowCardinalityType) || element.isNullable() || value == null) {
      return false;
    }
    boolean padded = element.base() instanceof FixedStringType;
    if (value.isNull(0) || padded && !call.base(1).equals(element.base())) {
      throw call.notImplemented(call.type(1).name() + " among values of type " + element.name());
    }
    return isDefault(value.flatten());
  }

  private static boolean isDefault(Column value) {
    if (value instanceof LongColumn longs) {
      return longs.values()[0] == 0;
    }
    if (value instanceof DoubleColumn doubles) {
      return doubles.values()[0] == 0;
    }
    return value instanceof BytesColumn texts && texts.string(0).replace("\0", "").isEmpty();
  }

  /** Of integers, the values brought to the type of the elements first. */
  public static ElementMatch wrapping(CallSite call, Type element, Type value) {
    Type a = ElementTypes.plain(element);
    Type b = ElementTypes.plain(value);
    if (!isNumber(a) || !isNumber(b)) {
      return of(call, element, value);
    }
    Type wanted = b.isNullable() ? a.toNullable() : a;
    return new ElementMatch(a, a, Conversion.NONE, ElementCast.of(call, b, wanted));
  }

  private static boolean isNested(Type type) {
    boolean none = ElementTypes.isNothing(type.base());
    return !none && (type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE);
  }

  private static boolean isPadded(Type type) {
    return type.base() instanceof FixedStringType;
  }

  private static boolean isEnum(Type type) {
    return type.base() instanceof EnumType;
  }

  private static boolean isNumber(Type type) {
    Type base = type.base();
    return base instanceof FloatType
        || base instanceof BoolType
        || (base instanceof IntegerType && base.lane() == Lane.LONG);
  }

  /** Dates, times and texts are compared as they are stored. */
  private static boolean isRaw(Type type) {
    Type base = type.base();
    return CallSite.isText(base)
        || base instanceof NothingType
        || base instanceof io.twinhouse.engine.type.DateType
        || base instanceof io.twinhouse.engine.type.DateTimeType;
  }

  /** A view of the elements and values of one batch. */
  public Finder over(Column elements, Column values) {
    Column a = toElement.convert(elements);
    Column b = toValue.convert(values);
    Type base = elementType.base();
    if (a instanceof ConstantColumn) {
      a = a.flatten();
    }
    if (base.lane() == Lane.LONG && valueType.lane() == Lane.LONG && isComparable(a, b)) {
      boolean mixed = isUnsigned(elementType) != isUnsigned(valueType);
      return new Longs(
          (LongColumn) a, b, mixed && !converts, converts ? mask(elementType, valueType) : -1);
    }
    if (isNumber(elementType) && isNumber(valueType)) {
      return converts && (isSingle(elementType) || isSingle(valueType))
          ? new Singles(elementType, a, valueType, b)
          : new Doubles(elementType, a, valueType, b, converts);
    }
    if (a.flatten() instanceof BytesColumn bytes) {
      return new Texts(bytes, b);
    }
    return new Others(ValueOrder.of(elementType), a, b);
  }

  private static boolean isSingle(Type type) {
    return type.base().equals(FloatType.FLOAT32);
  }

  /** The bits that C++ compares: those of UInt32 beside a signed type that is no wider. */
  private static long mask(Type a, Type b) {
    boolean narrow = isNarrowSigned(a) || isNarrowSigned(b);
    boolean word = a.base().equals(IntegerType.UINT32) || b.base().equals(IntegerType.UINT32);
    return narrow && word ? 0xFFFF_FFFFL : -1;
  }

  private static boolean isNarrowSigned(Type type) {
    return type.base() instanceof IntegerType integer && integer.signed() && integer.bits() <= 32;
  }

  private static boolean isComparable(Column a, Column b) {
    return a instanceof LongColumn && plain(b) instanceof LongColumn;
  }

  private static boolean isUnsigned(Type type) {
    return type.base().equals(IntegerType.UINT64);
  }

  private static Column plain(Column column) {
    return column instanceof ConstantColumn constant ? constant.value() : column.flatten();
  }

  /** Finds values of rows among elements. */
  public abstract static class Finder {
    final Column elements;
    final Column values;
    final int mask;

    Finder(Column elements, Column values) {
      this.elements = elements;
      this.values = plain(values);
      this.mask = values instanceof ConstantColumn ? 0 : -1;
    }

    /** The first of the elements {@code [from, to)} that equals the value of {@code row}, or -1. */
    public final int find(int from, int to, int row) {
      int at = row & mask;
      if (values.isNull(at)) {
        return findNull(from, to);
      }
      return findValue(from, to, at);
    }

    private int findNull(int from, int to) {
      boolean[] nulls = elements.nulls();
      if (nulls != null) {
        for (int e = from; e < to; e++) {
          if (nulls[e]) {
            return e;
          }
        }
      }
      return -1;
    }

    abstract int findValue(int from, int to, int at);
  }

  private static final class Longs extends Finder {
    private final long[] lane;
    private final long[] wanted;
    private final boolean mixed;
    private final long bits;

    Longs(LongColumn elements, Column values, boolean mixed, long bits) {
      super(elements, values);
      this.lane = elements.values();
      this.wanted = ((LongColumn) this.values).values();
      this.mixed = mixed;
      this.bits = bits;
    }

    @Override
    int findValue(int from, int to, int at) {
      long value = wanted[at];
      if (mixed && value < 0) {
        return -1;
      }
      boolean[] nulls = elements.nulls();
      for (int e = from; e < to; e++) {
        if (((lane[e] ^ value) & bits) == 0 && (nulls == null || !nulls[e])) {
          return e;
        }
      }
      return -1;
    }
  }

  /** Numbers of which some are Float32, to which C++ brings integers. */
  private static final class Singles extends Finder {
    private final Type elementType;
    private final Type valueType;

    Singles(Type elementType, Column elements, Type valueType, Column values) {
      super(elements, values);
      this.elementType = elementType;
      this.valueType = valueType;
    }

    @Override
    int findValue(int from, int to, int at) {
      boolean floats = elements instanceof DoubleColumn && values instanceof DoubleColumn;
      double value = floats ? exact(values, at) : single(valueType, values, at);
      for (int e = from; e < to; e++) {
        double element = floats ? exact(elements, e) : single(elementType, elements, e);
        if (element == value && !elements.isNull(e)) {
          return e;
        }
      }
      return -1;
    }

    private static double exact(Column column, int row) {
      return ((DoubleColumn) column).values()[row];
    }

    private static float single(Type type, Column column, int row) {
      if (column instanceof DoubleColumn doubles) {
        return (float) doubles.values()[row];
      }
      long bits = ((LongColumn) column).values()[row];
      return isUnsigned(type) && bits < 0 ? BigLane.ofLong(bits, true).floatValue() : bits;
    }
  }

  private static final class Doubles extends Finder {
    private final DoubleLane lane;
    private final DoubleLane wanted;
    private final boolean exactElements;
    private final boolean exactValues;
    private final Type elementType;
    private final Type valueType;

    /**
     * @param rounded whether an integer may be rounded to become a double
     */
    Doubles(Type elementType, Column elements, Type valueType, Column values, boolean rounded) {
      super(elements, values);
      this.elementType = elementType;
      this.valueType = valueType;
      lane = DoubleLane.of(elementType, elements);
      wanted = DoubleLane.of(valueType, this.values);
      exactElements = rounded || elements instanceof DoubleColumn;
      exactValues = rounded || this.values instanceof DoubleColumn;
    }

    @Override
    int findValue(int from, int to, int at) {
      double value = wanted.at(at);
      for (int e = from; e < to; e++) {
        if (lane.at(e) == value && !elements.isNull(e) && isExact(e, at)) {
          return e;
        }
      }
      return -1;
    }

    /** Whether an integer that was read as a double is one. */
    private boolean isExact(int element, int at) {
      if (exactElements && exactValues) {
        return true;
      }
      Column integers = exactElements ? values : elements;
      Type type = exactElements ? valueType : elementType;
      long bits = ((LongColumn) integers).values()[exactElements ? at : element];
      double read = exactElements ? lane.at(element) : wanted.at(at);
      return isUnsigned(type) && bits < 0
          ? new java.math.BigDecimal(read).toBigInteger().longValue() == bits && read > 0
          : (long) read == bits;
    }
  }

  private static final class Texts extends Finder {
    private final BytesColumn lane;
    private final BytesColumn wanted;

    Texts(BytesColumn elements, Column values) {
      super(elements, values);
      this.lane = elements;
      this.wanted = (BytesColumn) this.values;
    }

    @Override
    int findValue(int from, int to, int at) {
      int start = wanted.offsets()[at];
      int end = wanted.offsets()[at + 1];
      int[] offsets = lane.offsets();
      for (int e = from; e < to; e++) {
        if (offsets[e + 1] - offsets[e] == end - start
            && !lane.isNull(e)
            && Arrays.equals(lane.data(), offsets[e], offsets[e + 1], wanted.data(), start, end)) {
          return e;
        }
      }
      return -1;
    }
  }

  private static final class Others extends Finder {
    private final ValueOrder order;

    Others(ValueOrder order, Column elements, Column values) {
      super(elements, values);
      this.order = order;
    }

    @Override
    int findValue(int from, int to, int at) {
      for (int e = from; e < to; e++) {
        if (!elements.isNull(e) && order.compare(elements, e, values, at) == 0) {
          return e;
        }
      }
      return -1;
    }
  }
}
