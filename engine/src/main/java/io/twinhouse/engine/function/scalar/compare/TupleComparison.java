// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Comparisons of tuples, element by element; undecided where a NULL stands first. */
final class TupleComparison {

  private TupleComparison() {}

  /** How one pair of elements compares. */
  private record Element(Conversion left, Conversion right, ValueOrder order) {}

  static BoundFunction bind(Relation relation, CallSite call, TupleType a, TupleType b) {
    if (a.elements().size() != b.elements().size()) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Cannot compare tuples of different sizes.");
    }
    List<Element> elements = new ArrayList<>();
    boolean nullable = false;
    for (int i = 0; i < a.elements().size(); i++) {
      Type x = a.elements().get(i);
      Type y = b.elements().get(i);
      if (x instanceof EnumType != y instanceof EnumType
          && !(relation.isEquality() && named(call, i))) {
        throw call.notImplemented(x.name() + " and " + y.name() + " within tuples");
      }
      Type common = LeastSupertype.of(List.of(x, y));
      nullable |= x.isNullable() || y.isNullable();
      elements.add(
          new Element(
              Conversions.toCommon(x, common, call.context().zone()),
              Conversions.toCommon(y, common, call.context().zone()),
              ValueOrder.of(common)));
    }
    Type result = nullable ? IntegerType.UINT8.toNullable() : IntegerType.UINT8;
    boolean mayBeNull = nullable;
    return Bound.total(
        result,
        invocation -> {
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
        });
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
      Conversion conversion = left ? elements.get(i).left() : elements.get(i).right();
      columns[i] = conversion.convert(((TupleColumn) tuple).elements().get(i));
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
}
