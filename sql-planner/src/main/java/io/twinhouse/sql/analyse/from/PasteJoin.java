// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;

/** Binds PASTE JOIN: rows of both sides with the same number stand side by side. */
final class PasteJoin {

  private final RexFactory rex;

  PasteJoin(RexFactory rex) {
    this.rex = rex;
  }

  From bind(From left, From right) {
    int leftWidth = left.rel().getRowType().getFieldCount();
    int rightWidth = right.rel().getRowType().getFieldCount();
    RexNode leftNumber = rex.input(leftWidth, IntegerType.UINT64);
    RexNode rightNumber = rex.input(leftWidth + 1 + rightWidth, IntegerType.UINT64);
    RelNode joined =
        Relations.innerJoin(
            numbered(left.rel()),
            numbered(right.rel()),
            rex.truth(rex.call("equals", leftNumber, rightNumber)));
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < leftWidth; i++) {
      columns.add(i);
    }
    for (int i = 0; i < rightWidth; i++) {
      columns.add(leftWidth + 1 + i);
    }
    FromColumns names = left.columns().plus(right.columns(), leftWidth);
    return new From(Relations.choose(joined, columns), names);
  }

  private static RelNode numbered(RelNode rel) {
    WindowColumns.Call number =
        new WindowColumns.Call("row_number", null, List.of(), Frame.DEFAULT, IntegerType.UINT64);
    return WindowColumns.of(rel, List.of(), RelCollations.EMPTY, List.of(number));
  }
}
