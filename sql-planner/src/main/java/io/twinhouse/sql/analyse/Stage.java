// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Correlated.OuterColumn;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * How far the clauses of a SELECT are put in place: the relation so far, and which expressions over
 * FROM it has as columns.
 */
final class Stage {

  private final Scope scope;
  private final RexFactory rex;
  private final Map<RexNode, Integer> known = new HashMap<>();
  private RelNode rel;
  private boolean grouped;

  Stage(Scope scope, RelNode from) {
    this.scope = scope;
    this.rex = scope.context().rex();
    this.rel = from;
  }

  RelNode rel() {
    return rel;
  }

  /** Puts a relation on top that keeps the columns as they are. */
  void setRel(RelNode newRel) {
    rel = newRel;
  }

  /** Puts a grouping on top: from now on only {@code columns} are known. */
  void group(RelNode newRel, List<RexNode> columns) {
    rel = newRel;
    grouped = true;
    known.clear();
    for (int i = 0; i < columns.size(); i++) {
      if (RexFactory.constantOf(columns.get(i)) == null) {
        known.putIfAbsent(columns.get(i), i);
      }
    }
  }

  /**
   * Checks expressions as if rows had been grouped.
   *
   * @param columns all that would be known then
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_AN_AGGREGATE
   */
  void checkGrouped(List<RexNode> expressions, List<RexNode> columns) {
    Stage after = new Stage(scope, rel);
    after.group(rel, columns);
    expressions.stream()
        .filter(e -> BindingOperators.find(e, BindingOperators::isGrouping) == null)
        .forEach(after::rewrite);
  }

  /** Says that column {@code index} now holds {@code expression}. */
  void know(RexNode expression, int index) {
    known.put(expression, index);
  }

  /** Says that {@code expression} is {@code value}, which is over the relation so far. */
  void define(RexNode expression, RexNode value) {
    append(value, "value");
    know(expression, width() - 1);
  }

  int width() {
    return rel.getRowType().getFieldCount();
  }

  /**
   * {@code expression} over the columns of the relation so far.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_AN_AGGREGATE for a column that
   *     grouping did not keep
   */
  RexNode rewrite(RexNode expression) {
    return expression.accept(new Rewriting());
  }

  List<RexNode> rewrite(List<RexNode> expressions) {
    return expressions.stream().map(this::rewrite).toList();
  }

  /** The position of {@code expression} as a column, which is appended if it is not there. */
  int column(RexNode expression) {
    RexNode rewritten = rewrite(expression);
    if (rewritten instanceof RexInputRef input) {
      return input.getIndex();
    }
    append(rewritten, "expr");
    know(expression, width() - 1);
    return width() - 1;
  }

  private void append(RexNode rewritten, String name) {
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(rel.getRowType().getFieldNames());
    for (RelDataTypeField field : rel.getRowType().getFieldList()) {
      columns.add(rex.input(field.getIndex(), EngineRelType.typeOf(field.getType())));
    }
    columns.add(rewritten);
    names.add(name);
    rel = Relations.project(rel, columns, names);
  }

  /** Unnests the arrayJoin calls within {@code expressions}, innermost and first ones first. */
  void unnest(Collection<RexNode> expressions) {
    Set<RexNode> calls = new LinkedHashSet<>();
    for (RexNode expression : expressions) {
      BindingOperators.collect(
          expression, node -> known.containsKey(node) || BindingOperators.isArrayJoin(node), calls);
    }
    for (RexNode call : calls) {
      if (!known.containsKey(call)) {
        RexNode array = ((RexCall) call).getOperands().get(0);
        unnest(List.of(array));
        append(rewrite(array), "arrayJoin");
        rel = UnnestArrays.of(rel, List.of(width() - 1), false);
        know(call, width() - 1);
      }
    }
    attach(expressions);
  }

  /** Joins the correlated sub-queries within {@code expressions}. */
  private void attach(Collection<RexNode> expressions) {
    Set<RexNode> calls = new LinkedHashSet<>();
    for (RexNode expression : expressions) {
      BindingOperators.collect(
          expression, node -> known.containsKey(node) || Correlated.is(node), calls);
    }
    for (RexNode node : calls) {
      if (!known.containsKey(node)) {
        RexCall call = (RexCall) node;
        List<Integer> columns = call.getOperands().stream().map(this::column).toList();
        int value = width();
        rel = new Decorrelation(rex, (Correlated) call.getOperator()).attach(rel, columns);
        know(call, value);
      }
    }
  }

  private final class Rewriting extends RexShuttle {

    @Override
    public RexNode visitCall(RexCall call) {
      Integer column = known.get(call);
      if (grouped && OuterColumn.is(call) && column == null) {
        throw Failures.of(
            ErrorCode.NOT_AN_AGGREGATE,
            "Column '"
                + call
                + "' is not under aggregate function and not in GROUP BY keys. In query "
                + scope.text());
      }
      return column == null ? super.visitCall(call) : reference(column, call);
    }

    @Override
    public RexNode visitInputRef(RexInputRef input) {
      Integer column = known.get(input);
      if (column != null) {
        return reference(column, input);
      }
      if (grouped) {
        throw notGrouped(input);
      }
      return input;
    }

    private RexNode reference(int column, RexNode expression) {
      return rex.input(column, RexFactory.typeOf(expression));
    }
  }

  private RuntimeException notGrouped(RexInputRef input) {
    FromColumns.Match owner = scope.columns().owner(input.getIndex());
    String name = owner == null ? "column" : owner.table().describe(owner.column());
    return Failures.of(
        ErrorCode.NOT_AN_AGGREGATE,
        "Column '"
            + name
            + "' is not under aggregate function and not in GROUP BY keys. In query "
            + scope.text());
  }
}
