// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of tuples, element by element; undecided where a NULL stands first. A NULL without a
 * type, as that of {@code (0, NULL)}, leaves the order of all rows open, whatever stands before it.
 */
final class TupleComparison {

  private TupleComparison() {}

  /**
   * How one pair of elements compares.
   *
   * @param place of the element in the tuple
   * @param real whether it may be NaN
   */
  private record Element(
      Place place, Conversion left, Conversion right, ValueOrder order, boolean real) {}

  /** The element of a tuple, or of the tuple that an element is. */
  private record Place(int element, @Nullable Place within) {

    Column of(TupleColumn tuple) {
      TupleColumn holder = within == null ? tuple : (TupleColumn) within.of(tuple).flatten();
      return holder.elements().get(element);
    }
  }

  static BoundFunction bind(Relation relation, CallSite call, TupleType a, TupleType b) {
    if (a.elements().size() != b.elements().size()) {
      throw call.illegal();
    }
    if (holdsNothing(a) || holdsNothing(b)) {
      return undecided(relation, call);
    }
    List<Element> elements = new ArrayList<>();
    boolean nullable = add(elements, relation, call, a, b, null);
    Type result = nullable ? IntegerType.UINT8.toNullable() : IntegerType.UINT8;
    return Bound.total(result, kernel(relation, elements, nullable));
  }

  /**
   * Adds the elements of two tuples; those of tuples within that may hold NaN one by one.
   *
   * @return whether one may be NULL
   */
  private static boolean add(
      List<Element> elements,
      Relation relation,
      CallSite call,
      TupleType a,
      TupleType b,
      @Nullable Place within) {
    boolean nullable = false;
    for (int i = 0; i < a.elements().size(); i++) {
      Type x = a.elements().get(i);
      Type y = b.elements().get(i);
      Place place = new Place(i, within);
      if (holdsReals(x) && holdsReals(y) && sizeOf(x) == sizeOf(y)) {
        nullable |= add(elements, relation, call, (TupleType) x, (TupleType) y, place);
        continue;
      }
      if (within == null
          && x instanceof EnumType != y instanceof EnumType
          && !(relation.isEquality() && named(call, i))) {
        throw call.notImplemented(x.name() + " and " + y.name() + " within tuples");
      }
      if (holdsNulls(x.base()) || holdsNulls(y.base())) {
        throw call.notImplemented("tuples with tuples that may hold NULL; compare these apart");
      }
      Type common = common(call, x, y);
      nullable |= x.isNullable() || y.isNullable();
      if (!relation.isEquality()) {
        ValueOrder.requireKnown(common);
      }
      elements.add(
          new Element(
              place,
              Conversions.toCommon(x, common, call.context().zone()),
              Conversions.toCommon(y, common, call.context().zone()),
              ValueOrder.of(common),
              common.base() instanceof FloatType));
    }
    return nullable;
  }

  /** A tuple without NULLs in which a number may be NaN. */
  private static boolean holdsReals(Type type) {
    return type instanceof TupleType tuple
        && !holdsNulls(tuple)
        && tuple.elements().stream().anyMatch(e -> e instanceof FloatType || holdsReals(e));
  }

  private static int sizeOf(Type tuple) {
    return ((TupleType) tuple).elements().size();
  }

  private static Kernel kernel(Relation relation, List<Element> elements, boolean mayBeNull) {
    return invocation -> {
      Column[] x = columns(invocation.flat(0), elements, true);
      Column[] y = columns(invocation.flat(1), elements, false);
      int rows = invocation.rows();
      long[] values = invocation.scratch().longs(rows);
      boolean[] nulls = mayBeNull ? new boolean[rows] : null;
      for (int row = 0; row < rows; row++) {
        int answer = compare(relation, elements, x, y, row);
        values[row] = answer == 1 ? 1 : 0;
        if (nulls != null) {
          nulls[row] = answer == UNKNOWN;
        }
      }
      return LongColumn.of(values, rows, nulls);
    };
  }

  /** With a NULL that has no type. */
  private static BoundFunction undecided(Relation relation, CallSite call) {
    boolean constant = call.argument(0).isConstant() && call.argument(1).isConstant();
    if (!constant && relation.isEquality()) {
      // There the server tells 0 from NULL by which elements are constant.
      throw call.notImplemented("tuples with a NULL that has no type; cast it");
    }
    return Bound.total(IntegerType.UINT8.toNullable(), invocation -> unknown(invocation.rows()));
  }

  /** Integers of which one is a UInt64 and the other signed are compared by their values. */
  private static Type common(CallSite call, Type x, Type y) {
    try {
      return LeastSupertype.of(List.of(x, y));
    } catch (TwinhouseException e) {
      Type a = ElementTypes.decoded(x).base();
      Type b = ElementTypes.decoded(y).base();
      if (isNested(a) != isNested(b)) {
        throw call.illegal();
      }
      if (a instanceof IpType && b instanceof IpType) {
        return x.isNullable() || y.isNullable() ? IpType.IPV6.toNullable() : IpType.IPV6;
      }
      if (!(a instanceof IntegerType) || !(b instanceof IntegerType)) {
        throw call.notImplemented(x.name() + " and " + y.name() + " within tuples");
      }
      Type wide = new IntegerType(256, true);
      return x.isNullable() || y.isNullable() ? wide.toNullable() : wide;
    }
  }

  private static boolean holdsNulls(Type type) {
    return type instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(e -> e.isNullable() || holdsNulls(e.base()));
  }

  private static boolean isNested(Type type) {
    return type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
  }

  private static boolean holdsNothing(Type type) {
    return type instanceof TupleType tuple
        ? tuple.elements().stream().anyMatch(TupleComparison::holdsNothing)
        : ElementTypes.isNothing(type.base());
  }

  private static Column unknown(int rows) {
    return ConstantColumn.of(LongColumn.of(new long[1], 1, new boolean[] {true}), rows);
  }

  /** Whether a constant at one side names an element of the enum at the other: names are equal. */
  private static boolean named(CallSite call, int element) {
    for (int side = 0; side < 2; side++) {
      Column constant = call.constant(side);
      Type other = ((TupleType) call.base(1 - side)).elements().get(element);
      if (constant != null && other instanceof EnumType names) {
        Column text = ((TupleColumn) constant.flatten()).elements().get(element).flatten();
        return text instanceof BytesColumn bytes && names.numberOf(bytes.string(0)) != null;
      }
    }
    return false;
  }

  private static final int UNKNOWN = 2;

  private static Column[] columns(Column tuple, List<Element> elements, boolean left) {
    Column[] columns = new Column[elements.size()];
    for (int i = 0; i < columns.length; i++) {
      Element element = elements.get(i);
      Conversion conversion = left ? element.left() : element.right();
      columns[i] = conversion.convert(element.place().of((TupleColumn) tuple));
    }
    return columns;
  }

  /** 1 if the relation holds, 0 if not, UNKNOWN if a NULL keeps it open. */
  private static int compare(
      Relation relation, List<Element> elements, Column[] x, Column[] y, int row) {
    boolean open = false;
    for (int i = 0; i < x.length; i++) {
      if (x[i].isNull(row) || y[i].isNull(row)) {
        if (!relation.isEquality()) {
          return UNKNOWN;
        }
        open = true;
        continue;
      }
      if (elements.get(i).real() && (isNan(x[i], row) || isNan(y[i], row))) {
        return relation == Relation.NOT_EQUALS ? 1 : 0;
      }
      int order = elements.get(i).order().compare(x[i], row, y[i], row);
      if (order != 0) {
        return relation.holds(order) ? 1 : 0;
      }
    }
    if (open) {
      return UNKNOWN;
    }
    return relation.holds(0) ? 1 : 0;
  }

  private static boolean isNan(Column column, int row) {
    return column.flatten() instanceof DoubleColumn reals && Double.isNaN(reals.values()[row]);
  }
}
