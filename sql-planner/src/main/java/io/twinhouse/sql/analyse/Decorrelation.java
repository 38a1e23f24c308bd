// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * Turns a correlated sub-query into a join, as the server does: the outer columns that it names are
 * crossed with what it reads and carried up to its result, by which the result is joined to the
 * outer rows. A row without a result has NULL, or no existence.
 *
 * <p>The outer rows that the columns are taken from are not made distinct where the sub-query
 * counts or sums: nor does the server, and so it counts once for each outer row of the same values.
 * Where conditions set columns of the sub-query equal to all of the outer columns, those stand for
 * them, and nothing is crossed.
 */
final class Decorrelation {

  private static final Set<String> BLIND_TO_REPETITION =
      Set.of("min", "max", "uniqExact", "uniq", "any");

  private final RexFactory rex;
  private final Correlated correlated;
  private final List<RexNode> outer;
  private boolean countsRows;

  Decorrelation(RexFactory rex, Correlated correlated) {
    this.rex = rex;
    this.correlated = correlated;
    this.outer = correlated.columns();
  }

  /**
   * The outer rows with one column more, the sub-query's value.
   *
   * @param columns of {@code rows} that the sub-query names
   */
  RelNode attach(RelNode rows, List<Integer> columns) {
    Relation relation = correlated.relation();
    RelNode query = relation.rel();
    if (correlated.isExists()
        && query instanceof LimitRows limit
        && limit.limit() > 0
        && limit.offset() == 0) {
      query = limit.getInput();
    }
    findCounts(query);
    RelNode domain = Relations.choose(rows, columns);
    if (!countsRows) {
      domain = DistinctRows.of(domain, positions(0, columns.size()));
    }
    int width = query.getRowType().getFieldCount();
    RelNode carried = carry(query, domain);
    return joined(rows, columns, valued(carried, width));
  }

  private static List<Integer> positions(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  /** The value, then the outer columns. */
  private RelNode valued(RelNode carried, int width) {
    List<RexNode> columns = new ArrayList<>(new Relation(carried, List.of()).columns(rex));
    if (!correlated.isExists()
        && RexFactory.typeOf(columns.get(0)) instanceof AggregateFunctionType) {
      throw Failures.notImplemented("A state of an aggregate out of a correlated sub-query");
    }
    RexNode value =
        correlated.isExists()
            ? rex.constant(IntegerType.UINT8, LongColumn.of(1))
            : rex.cast(columns.get(0), RexFactory.typeOf(columns.get(0)).toNullable());
    List<RexNode> wanted = new ArrayList<>(List.of(value));
    wanted.addAll(columns.subList(width, columns.size()));
    List<String> names = new ArrayList<>(List.of("value"));
    outer.forEach(column -> names.add("outer"));
    return Relations.project(carried, wanted, names);
  }

  private RelNode joined(RelNode rows, List<Integer> columns, RelNode valued) {
    int width = rows.getRowType().getFieldCount();
    List<RexNode> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      RexNode ours = rex.input(columns.get(i), RexFactory.typeOf(outer.get(i)));
      RexNode theirs = rex.input(width + 1 + i, RexFactory.typeOf(outer.get(i)));
      conditions.add(rex.truth(rex.call("equals", ours, theirs)));
    }
    JoinTables.Style style = new JoinTables.Style(JoinKind.LEFT, JoinStrictness.ANY, false);
    RelNode join = JoinTables.of(rows, valued, style, rex.and(conditions));
    return Relations.choose(join, positions(0, width + 1));
  }

  private void findCounts(RelNode node) {
    if (node instanceof LogicalAggregate aggregate) {
      for (AggregateCall call : aggregate.getAggCallList()) {
        String function = ((AggregateOperator) call.getAggregation()).function();
        countsRows |= !BLIND_TO_REPETITION.contains(function);
      }
    }
    node.getInputs().forEach(this::findCounts);
  }

  /** The node's columns, then the outer ones. */
  private RelNode carry(RelNode node, RelNode domain) {
    int width = node.getRowType().getFieldCount();
    if (Correlated.outerColumns(node).isEmpty()) {
      return Relations.innerJoin(node, domain, rex.and(List.of()));
    }
    if (node instanceof LogicalProject project) {
      RelNode input = carry(project.getInput(), domain);
      return project(project, input);
    }
    if (node instanceof LogicalFilter filter) {
      return filter(filter, domain);
    }
    if (node instanceof LogicalAggregate aggregate) {
      return aggregate(aggregate, carry(aggregate.getInput(), domain));
    }
    if (node instanceof JoinTables join
        && join.style().kind() == JoinKind.LEFT
        && Correlated.outerColumns(join.getRight()).isEmpty()
        && BindingOperators.find(join.condition(), Correlated.OuterColumn::is) == null) {
      return leftJoin(join, carry(join.getLeft(), domain));
    }
    if (node instanceof UnnestArrays unnest) {
      RelNode input = carry(unnest.getInput(), domain);
      return UnnestArrays.of(input, unnest.arrays(), unnest.isOuter());
    }
    throw Failures.notImplemented(
        "A correlated sub-query over " + node.getRelTypeName() + " of " + width + " columns");
  }

  /** Such as an inner sub-query was joined by: its own condition has no columns further out. */
  private RelNode leftJoin(JoinTables join, RelNode left) {
    int leftWidth = join.getLeft().getRowType().getFieldCount();
    int rightWidth = join.getRight().getRowType().getFieldCount();
    RexNode condition = RexUtil.shift(join.condition(), leftWidth, outer.size());
    RelNode joined = JoinTables.of(left, join.getRight(), join.style(), condition);
    List<Integer> order = new ArrayList<>(positions(0, leftWidth));
    order.addAll(positions(leftWidth + outer.size(), rightWidth));
    order.addAll(positions(leftWidth, outer.size()));
    return Relations.choose(joined, order);
  }

  private RelNode filter(LogicalFilter filter, RelNode domain) {
    RelNode input = filter.getInput();
    int inputWidth = input.getRowType().getFieldCount();
    boolean lowest = Correlated.outerColumns(input).isEmpty();
    Map<RexNode, RexNode> equal = lowest ? equalColumns(filter.getCondition()) : Map.of();
    if (equal.keySet().containsAll(outer)) {
      RexNode own = substituted(filter.getCondition(), equal);
      List<RexNode> columns = new ArrayList<>(new Relation(input, List.of()).columns(rex));
      List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
      for (RexNode column : outer) {
        columns.add(Objects.requireNonNull(equal.get(column)));
        names.add("outer");
      }
      return Relations.project(Relations.filter(input, own), columns, names);
    }
    RexNode condition = replaced(filter.getCondition(), inputWidth);
    return lowest
        ? Relations.innerJoin(input, domain, condition)
        : Relations.filter(carry(input, domain), condition);
  }

  /**
   * The sub-query's own columns that a condition sets equal to outer ones of the same type: they
   * stand for them, and then no outer row is counted more than once.
   */
  private Map<RexNode, RexNode> equalColumns(RexNode condition) {
    Map<RexNode, RexNode> equal = new HashMap<>();
    for (RexNode part : RexFactory.conjuncts(condition)) {
      if (RexFactory.truthOf(part) instanceof RexCall call
          && call.getOperator().getName().equals("equals")) {
        collectEqual(call.getOperands().get(0), call.getOperands().get(1), equal);
      }
    }
    return equal;
  }

  private void collectEqual(RexNode left, RexNode right, Map<RexNode, RexNode> equal) {
    if (left instanceof RexInputRef && outer.contains(right)) {
      if (RexFactory.typeOf(left).equals(RexFactory.typeOf(right))) {
        equal.putIfAbsent(right, left);
      }
    } else if (right instanceof RexInputRef && outer.contains(left)) {
      collectEqual(right, left, equal);
    } else if (isTuple(left) && isTuple(right)) {
      List<RexNode> ours = ((RexCall) left).getOperands();
      List<RexNode> theirs = ((RexCall) right).getOperands();
      for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
        collectEqual(ours.get(i), theirs.get(i), equal);
      }
    }
  }

  private static boolean isTuple(RexNode node) {
    return node instanceof RexCall call && call.getOperator().getName().equals("tuple");
  }

  private static RexNode substituted(RexNode expression, Map<RexNode, RexNode> equal) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            RexNode column = equal.get(call);
            return column == null ? super.visitCall(call) : column;
          }
        });
  }

  private RelNode project(LogicalProject project, RelNode input) {
    int inputWidth = project.getInput().getRowType().getFieldCount();
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(project.getRowType().getFieldNames());
    project.getProjects().forEach(column -> columns.add(replaced(column, inputWidth)));
    for (int i = 0; i < outer.size(); i++) {
      columns.add(rex.input(inputWidth + i, RexFactory.typeOf(outer.get(i))));
      names.add("outer");
    }
    return Relations.project(input, columns, names);
  }

  /** Groups by the outer columns too: a group that has no rows has no result. */
  private RelNode aggregate(LogicalAggregate aggregate, RelNode input) {
    int keys = aggregate.getGroupCount();
    int inputWidth = aggregate.getInput().getRowType().getFieldCount();
    List<Integer> order = new ArrayList<>(aggregate.getGroupSet().asList());
    order.addAll(positions(inputWidth, outer.size()));
    List<AggregateCall> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      List<Integer> arguments = new ArrayList<>();
      for (int argument : call.getArgList()) {
        arguments.add(order.size());
        order.add(argument);
      }
      calls.add(call.withArgList(arguments));
    }
    RelNode grouped =
        Relations.aggregate(Relations.choose(input, order), keys + outer.size(), calls);
    List<Integer> result = new ArrayList<>(positions(0, keys));
    result.addAll(positions(keys + outer.size(), calls.size()));
    result.addAll(positions(keys, outer.size()));
    return Relations.choose(grouped, result);
  }

  /** An expression in which the outer columns stand behind {@code width} others. */
  private RexNode replaced(RexNode expression, int width) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            int column = outer.indexOf(call);
            return column < 0
                ? super.visitCall(call)
                : rex.input(width + column, RexFactory.typeOf(call));
          }
        });
  }
}
