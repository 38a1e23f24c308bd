// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.plan.RowCount;
import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.WindowColumns;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

/**
 * LIMIT BY that counts from the end: OFFSET takes rows of a key away at one of its ends, then LIMIT
 * keeps what is left at one. Rows are numbered as they come, to be told apart within their keys and
 * to be put back in order.
 */
final class KeyPortion {

  private final RexFactory rex;

  KeyPortion(RexFactory rex) {
    this.rex = rex;
  }

  /**
   * The rows that are left, in their order.
   *
   * @param offset not a share
   * @param limit not a share
   */
  RelNode of(RelNode rel, List<Integer> keys, RowCount offset, RowCount limit) {
    RelNode signed = withSigns(rel, keys);
    int width = signed.getRowType().getFieldCount();
    int plain = rel.getRowType().getFieldCount();
    List<Integer> parts = new ArrayList<>(keys);
    IntStream.range(plain, width).forEach(parts::add);
    RelNode numbered = number(signed, List.of(), RelCollations.EMPTY);
    numbered = number(numbered, parts, by(width, false));
    numbered = number(numbered, parts, by(width, true));
    RexNode first = rex.input(width + 1, IntegerType.UINT64);
    RexNode last = rex.input(width + 2, IntegerType.UINT64);
    long skipped = rows(offset);
    long taken = rows(limit);
    boolean oneEnd = offset instanceof RowCount.Last == limit instanceof RowCount.Last;
    long end =
        !oneEnd ? taken : taken > Long.MAX_VALUE - skipped ? Long.MAX_VALUE : taken + skipped;
    RexNode behind =
        rex.call("greater", offset instanceof RowCount.Last ? last : first, constant(skipped));
    RexNode within =
        rex.call("lessOrEquals", limit instanceof RowCount.Last ? last : first, constant(end));
    RelNode kept =
        Relations.filter(numbered, rex.and(List.of(rex.truth(behind), rex.truth(within))));
    RelNode ordered = Relations.sort(kept, by(width, false));
    return Relations.choose(ordered, IntStream.range(0, plain).boxed().toList());
  }

  /** 0 and -0 are two keys here, though windows take them for one. */
  private RelNode withSigns(RelNode rel, List<Integer> keys) {
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(rel.getRowType().getFieldNames());
    for (RelDataTypeField field : rel.getRowType().getFieldList()) {
      columns.add(rex.input(field.getIndex(), EngineRelType.typeOf(field.getType())));
    }
    int plain = columns.size();
    for (int key : keys) {
      RexNode value = columns.get(key);
      if (RexFactory.typeOf(value).base().lane() == Lane.DOUBLE) {
        RexNode inverse = rex.call("divide", small(1), value);
        columns.add(rex.call("less", inverse, small(0)));
        names.add("sign" + key);
      }
    }
    return columns.size() == plain ? rel : Relations.project(rel, columns, names);
  }

  private RexNode small(int value) {
    return rex.constant(IntegerType.UINT8, LongColumn.of(value));
  }

  private static RelCollation by(int column, boolean descending) {
    return RelCollations.of(Ordering.key(column, new Direction(descending, false)));
  }

  private static RelNode number(RelNode rel, List<Integer> keys, RelCollation order) {
    WindowColumns.Call number =
        new WindowColumns.Call("row_number", null, List.of(), Frame.DEFAULT, IntegerType.UINT64);
    return WindowColumns.of(rel, keys, order, List.of(number));
  }

  private RexNode constant(long rows) {
    return rex.constant(IntegerType.UINT64, LongColumn.of(rows));
  }

  private static long rows(RowCount count) {
    return count instanceof RowCount.Last last ? last.rows() : ((RowCount.First) count).rows();
  }
}
