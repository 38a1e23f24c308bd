// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.expression.ExpressionText;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.NullableKeys;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** Puts GROUP BY in place: keys and arguments as columns, the aggregation, grouping(). */
public final class Grouping {

  private final Scope scope;
  private final RexFactory rex;
  private final SelectExpressions expressions;
  private final Stage stage;

  public Grouping(Scope scope, SelectExpressions expressions, Stage stage) {
    this.scope = scope;
    this.rex = scope.context().rex();
    this.expressions = expressions;
    this.stage = stage;
  }

  void apply() {
    List<RexCall> aggregates = aggregates();
    List<RexNode> before = new ArrayList<>(expressions.groupKeys());
    aggregates.forEach(a -> before.addAll(a.getOperands()));
    stage.unnest(before);
    checkGrouped(aggregates);
    List<RexNode> keys = keys();
    keys.forEach(key -> DynamicKeys.checkGroup(key, scope.context()));

    List<RexNode> inputs = new ArrayList<>(keys);
    List<List<Integer>> arguments = new ArrayList<>();
    for (RexCall aggregate : aggregates) {
      List<Integer> positions = new ArrayList<>();
      for (RexNode argument : aggregate.getOperands()) {
        int known = inputs.indexOf(argument);
        if (known < keys.size()) {
          known = inputs.subList(keys.size(), inputs.size()).indexOf(argument);
          known = known < 0 ? -1 : known + keys.size();
        }
        if (known < 0) {
          inputs.add(argument);
          known = inputs.size() - 1;
        }
        positions.add(known);
      }
      arguments.add(positions);
    }
    List<RexNode> plain = inputs.stream().map(i -> NullableKeys.ungrouped(i, rex)).toList();
    RelNode input = Relations.project(stage.rel(), stage.rewrite(plain), names(inputs));
    group(keys, aggregates, calls(aggregates, arguments), input);
  }

  private void checkGrouped(List<RexCall> aggregates) {
    List<RexNode> known = new ArrayList<>(expressions.groupKeys());
    known.addAll(aggregates);
    stage.checkGrouped(expressions.afterGrouping(), known);
  }

  /** The keys of GROUP BY, or others that make the same groups. */
  private List<RexNode> keys() {
    List<RexNode> keys = expressions.groupKeys();
    if (expressions.groupSets().isEmpty()) {
      return KeyReduction.of(keys);
    }
    return isGroupingSets()
        ? reducedSets().stream().flatMap(List::stream).distinct().toList()
        : keys;
  }

  private boolean isGroupingSets() {
    GroupBy groupBy = scope.select().groupBy();
    return groupBy != null && groupBy.kind() == GroupBy.Kind.GROUPING_SETS;
  }

  /** The grouping sets as positions within {@code keys}. */
  private List<List<Integer>> sets(List<RexNode> keys) {
    List<List<Integer>> sets = expressions.groupSets();
    if (!isGroupingSets()) {
      return sets;
    }
    return reducedSets().stream().map(set -> set.stream().map(keys::indexOf).toList()).toList();
  }

  /** Each of GROUPING SETS by less: what follows from a key of the set is no key of it. */
  private List<List<RexNode>> reducedSets() {
    return expressions.groupSets().stream()
        .map(set -> KeyReduction.of(set.stream().map(expressions.groupKeys()::get).toList()))
        .toList();
  }

  private List<RexCall> aggregates() {
    Set<RexNode> found = new LinkedHashSet<>();
    for (RexNode expression : expressions.afterGrouping()) {
      collect(expression, found);
    }
    return found.stream().map(RexCall.class::cast).toList();
  }

  /** Aggregates, those within window functions too. */
  private static void collect(RexNode expression, Set<RexNode> found) {
    Set<RexNode> windows = new LinkedHashSet<>();
    BindingOperators.collect(expression, BindingOperators::isWindow, windows);
    for (RexNode window : windows) {
      for (RexNode operand : ((RexCall) window).getOperands()) {
        BindingOperators.collect(operand, BindingOperators::isAggregate, found);
      }
    }
    BindingOperators.collect(
        expression,
        node -> BindingOperators.isAggregate(node) || BindingOperators.isWindow(node),
        found);
    found.removeAll(windows);
  }

  private List<String> names(List<RexNode> inputs) {
    ExpressionText text = new ExpressionText(scope);
    return inputs.stream().map(text::of).toList();
  }

  private List<AggregateCall> calls(List<RexCall> aggregates, List<List<Integer>> arguments) {
    ExpressionText text = new ExpressionText(scope);
    List<AggregateCall> calls = new ArrayList<>();
    for (int i = 0; i < aggregates.size(); i++) {
      RexCall aggregate = aggregates.get(i);
      calls.add(
          Relations.call(
              (AggregateOperator) aggregate.getOperator(),
              arguments.get(i),
              aggregate.getType(),
              text.of(aggregate)));
    }
    return calls;
  }

  private void group(
      List<RexNode> keys, List<RexCall> aggregates, List<AggregateCall> calls, RelNode input) {
    List<RexNode> columns = new ArrayList<>(keys);
    columns.addAll(aggregates);
    List<List<Integer>> sets = sets(keys);
    if (sets.isEmpty() && !expressions.totals()) {
      stage.group(Relations.aggregate(input, keys.size(), calls), columns);
      knowGrouping(-1);
      return;
    }
    checkTotalsMode();
    boolean settled = rollsUp() && expressions.having() == null;
    if (expressions.totals() && sets.size() > 1 && !settled) {
      throw Failures.notImplemented(
          "WITH TOTALS of GROUPING SETS, or of ROLLUP and CUBE with HAVING,");
    }
    boolean counts = rollsUp();
    if (counts) {
      AggregateOperator count = rex.aggregate("count", List.of(), List.of());
      RexNode rows = rex.make(count.bound().returnType(), count, List.of());
      columns.add(rows);
      calls.add(Relations.call(count, List.of(), rows.getType(), "count()"));
    }
    List<Integer> positions = IntStream.range(0, keys.size()).boxed().toList();
    RelNode grouped = GroupingSetsAggregate.of(input, positions, sets, expressions.totals(), calls);
    stage.group(grouped, columns);
    if (counts) {
      RexNode rows = rex.input(columns.size() - 1, IntegerType.UINT64);
      RexNode none = rex.constant(IntegerType.UINT64, LongColumn.of(0));
      stage.setRel(Relations.filter(grouped, rex.truth(rex.call("greater", rows, none))));
    }
    knowGrouping(sets.isEmpty() ? -1 : columns.size());
  }

  /** The modes tell groups apart that HAVING takes away, and those beyond max_rows_to_group_by. */
  private void checkTotalsMode() {
    String mode = scope.context().setting("totals_mode");
    if (!expressions.totals() || mode == null || mode.equals("after_having_exclusive")) {
      return;
    }
    boolean before = mode.equals("before_having");
    if (before
        ? expressions.having() != null
        : "any".equals(scope.context().setting("group_by_overflow_mode"))) {
      throw Failures.notImplemented("Setting totals_mode = '" + mode + "' here");
    }
  }

  /** ROLLUP and CUBE over no rows have no grand total, unlike GROUPING SETS with (). */
  private boolean rollsUp() {
    GroupBy groupBy = scope.select().groupBy();
    return groupBy != null
        && (groupBy.kind() == GroupBy.Kind.ROLLUP || groupBy.kind() == GroupBy.Kind.CUBE);
  }

  /** Replaces grouping(a, b) by a look-up with the row's grouping set. */
  private void knowGrouping(int setColumn) {
    Set<RexNode> found = new LinkedHashSet<>();
    for (RexNode expression : expressions.afterGrouping()) {
      BindingOperators.collect(expression, BindingOperators::isGrouping, found);
    }
    for (RexNode call : found) {
      List<Integer> keys = new ArrayList<>();
      for (RexNode operand : ((RexCall) call).getOperands()) {
        int key = expressions.groupKeys().indexOf(operand);
        if (key < 0) {
          throw Failures.of(
              ErrorCode.BAD_ARGUMENTS,
              "Argument of GROUPING function "
                  + new ExpressionText(scope).of(operand)
                  + " is not a part of GROUP BY clause. In scope "
                  + scope.text());
        }
        keys.add(key);
      }
      stage.define(call, grouping(keys, setColumn));
    }
  }

  private RexNode grouping(List<Integer> keys, int setColumn) {
    if (setColumn < 0) {
      return rex.constant(IntegerType.UINT64, LongColumn.of(0));
    }
    ColumnBuilder builder = ColumnBuilder.of(new ArrayType(IntegerType.UINT64));
    for (List<Integer> set : expressions.groupSets()) {
      long bits = 0;
      for (int key : keys) {
        bits = bits << 1 | (set.contains(key) ? 0 : 1);
      }
      builder.elements().appendLong(bits);
    }
    builder.endRow();
    RexNode values = rex.constant(new ArrayType(IntegerType.UINT64), builder.build());
    RexNode one = rex.constant(IntegerType.UINT8, LongColumn.of(1));
    RexNode set = rex.input(setColumn, IntegerType.UINT64);
    return rex.call("arrayElement", values, rex.call("plus", set, one));
  }
}
