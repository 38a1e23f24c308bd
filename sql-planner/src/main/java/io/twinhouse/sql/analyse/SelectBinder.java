// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.sql.analyse.SelectExpressions.SortItem;
import io.twinhouse.sql.analyse.expression.ColumnNames;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.expression.ExpressionText;
import io.twinhouse.sql.analyse.expression.StarExpander;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.ScalarSubqueryOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds the expressions of a SELECT, clause by clause. */
final class SelectBinder {

  private final Scope scope;
  private final Select select;
  private final ExpressionBinder binder;
  private final List<RexNode> projections = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  SelectBinder(Scope scope) {
    this.scope = scope;
    this.select = scope.select();
    this.binder = new ExpressionBinder(scope, LambdaFrame.NONE);
  }

  SelectExpressions bind() {
    GroupBy groupBy = select.groupBy();
    GroupKeys keys =
        groupBy != null && usesNulls(groupBy)
            ? scope.nullableKeys().before(() -> new SelectBinder(scope).nullableKeys(groupBy))
            : null;
    scope.setProjecting(true);
    select.projections().forEach(this::project);
    scope.setProjecting(false);
    if (projections.isEmpty()) {
      throw Failures.of(
          ErrorCode.EMPTY_LIST_OF_COLUMNS_QUERIED,
          "Empty list of columns in projection. In scope " + scope.text());
    }
    projections.forEach(this::refuseNothing);
    RexNode prewhere = scope.nullableKeys().before(() -> filter(select.prewhere(), "PREWHERE"));
    if (prewhere != null && BindingOperators.find(prewhere, Correlated::is) != null) {
      throw Failures.of(
          ErrorCode.ILLEGAL_PREWHERE,
          "Correlated subqueries are not allowed in PREWHERE expression. In scope " + scope.text());
    }
    RexNode where = scope.nullableKeys().before(() -> filter(select.where(), "WHERE"));
    RexNode having = select.having() == null ? null : binder.bind(select.having());
    if (having != null) {
      refuse(having, BindingOperators::isWindow, "Window", "HAVING");
    }
    RexNode qualify = select.qualify() == null ? null : binder.bind(select.qualify());
    binder.checkWindows();
    List<SortItem> order = order(select.orderBy());
    refuseCorrelated(order.stream().map(SortItem::value).toList(), "ORDER BY");
    List<RexNode> limitBy = limitBy(select.limitBy());
    refuseCorrelated(limitBy, "LIMIT BY");
    if (keys == null) {
      keys = new GroupKeys();
      if (groupBy != null) {
        keys.add(groupBy);
      }
    }
    if (groupBy != null) {
      refuseCorrelated(groupBy.kind() == GroupBy.Kind.ALL ? List.of() : keys.keys, "GROUP BY");
      keys.withoutAggregates(scope.aggregates());
    }
    SelectExpressions ungrouped =
        new SelectExpressions(
            projections,
            names,
            prewhere,
            where,
            keys.keys,
            keys.sets,
            groupBy != null,
            groupBy != null && groupBy.totals(),
            having,
            qualify,
            order,
            limitBy);
    boolean aggregates = scope.aggregates();
    requireAggregates(aggregates, groupBy);
    return groupBy == null && aggregates ? grouped(ungrouped) : ungrouped;
  }

  private static void requireAggregates(boolean aggregates, @Nullable GroupBy groupBy) {
    if (!aggregates && groupBy != null && groupBy.kind() == GroupBy.Kind.NONE) {
      throw Failures.notImplemented("WITH TOTALS without aggregation");
    }
  }

  /** group_by_use_nulls: whether there are sets of keys, in which some are lacking. */
  private boolean usesNulls(GroupBy groupBy) {
    boolean sets =
        groupBy.kind() == GroupBy.Kind.ROLLUP
            || groupBy.kind() == GroupBy.Kind.CUBE
            || groupBy.kind() == GroupBy.Kind.GROUPING_SETS;
    return sets && scope.context().isOn("group_by_use_nulls", false);
  }

  /** The keys, found before anything that may name them behind the grouping is bound. */
  private GroupKeys nullableKeys(GroupBy groupBy) {
    scope.nullableKeys().expect();
    if (groupBy.totals()) {
      throw Failures.notImplemented("WITH TOTALS of grouping sets where group_by_use_nulls is set");
    }
    scope.setProjecting(true);
    select.projections().forEach(this::project);
    scope.setProjecting(false);
    GroupKeys keys = new GroupKeys();
    keys.add(groupBy);
    if (keys.constantLeftOut || keys.keys.isEmpty()) {
      throw Failures.notImplemented("A constant as a key where group_by_use_nulls is set");
    }
    refuseNamesakes(keys.keys);
    keys.keys.replaceAll(scope.nullableKeys()::add);
    return keys;
  }

  /** The server takes one column for another that has its name in the same table. */
  private void refuseNamesakes(List<RexNode> keys) {
    Set<String> names = new HashSet<>();
    for (RexNode key : keys) {
      FromColumns.Match owner =
          key instanceof RexInputRef input ? scope.columns().owner(input.getIndex()) : null;
      if (owner != null && !names.add(owner.table().table() + "." + owner.column().name())) {
        throw Failures.notImplemented(
            "Keys of one name where group_by_use_nulls is set, which the server mixes up,");
      }
    }
  }

  private static SelectExpressions grouped(SelectExpressions e) {
    return new SelectExpressions(
        e.projections(),
        e.names(),
        e.prewhere(),
        e.where(),
        e.groupKeys(),
        e.groupSets(),
        true,
        e.totals(),
        e.having(),
        e.qualify(),
        e.orderBy(),
        e.limitBy());
  }

  private void project(Expr expression) {
    if (expression instanceof ColumnSet columns) {
      for (StarExpander.Found found : new StarExpander(binder).expand(columns)) {
        projections.add(found.value());
        names.add(found.name());
      }
      return;
    }
    Expr inner = expression instanceof Expr.Aliased aliased ? aliased.expression() : expression;
    if (inner instanceof Call call && call.name().equals("untuple") && call.isPlain()) {
      untuple(call, expression instanceof Expr.Aliased aliased ? aliased.alias() : null);
      return;
    }
    projections.add(binder.bind(expression));
    names.add(new ColumnNames(scope).of(expression));
  }

  private static void refuseCorrelated(List<RexNode> values, String clause) {
    if (values.stream().anyMatch(v -> BindingOperators.find(v, Correlated::is) != null)) {
      throw Failures.notImplemented("A correlated sub-query in " + clause);
    }
  }

  private void refuseNothing(RexNode projection) {
    if (ScalarSubqueryOperator.isNullableTuple(projection)) {
      throw Failures.notImplemented("The type Nullable(Tuple) of a scalar sub-query's tuple");
    }
    if (RexFactory.typeOf(projection) instanceof NothingType) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Invalid projection column with type Nothing. In scope " + scope.text());
    }
  }

  /** {@code untuple(t)}: one column an element. */
  private void untuple(Call call, @Nullable String alias) {
    RexFactory rex = scope.context().rex();
    List<RexNode> arguments = binder.bindAll(call.arguments());
    if (arguments.size() != 1
        || !(RexFactory.typeOf(arguments.get(0)) instanceof TupleType tuple)) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function untuple expects one argument of type Tuple. In scope " + scope.text());
    }
    String text = new ColumnNames(scope).of(call.arguments().get(0));
    for (int i = 0; i < tuple.elements().size(); i++) {
      String element = tuple.names().isEmpty() ? Integer.toString(i + 1) : tuple.names().get(i);
      projections.add(rex.call("tupleElement", arguments.get(0), rex.text(element)));
      names.add(
          alias == null ? "tupleElement(" + text + ", '" + element + "')" : alias + "." + element);
    }
  }

  private @Nullable RexNode filter(@Nullable Expr expression, String clause) {
    if (expression == null) {
      return null;
    }
    RexNode bound = binder.bind(expression);
    refuse(bound, BindingOperators::isAggregate, "Aggregate", clause);
    refuse(bound, BindingOperators::isWindow, "Window", clause);
    return bound;
  }

  private void refuse(RexNode bound, Predicate<RexNode> test, String kind, String clause) {
    RexNode found = BindingOperators.find(bound, test);
    if (found != null) {
      throw Failures.of(
          ErrorCode.ILLEGAL_AGGREGATION,
          kind
              + " function "
              + new ExpressionText(scope).of(found)
              + " is found in "
              + clause
              + " in query");
    }
  }

  private List<SortItem> order(@Nullable OrderBy orderBy) {
    List<SortItem> items = new ArrayList<>();
    if (orderBy == null) {
      return items;
    }
    for (OrderBy.Item item : orderBy.items()) {
      if (item.collation() != null) {
        throw Failures.notImplemented("COLLATE in ORDER BY");
      }
      if (item.fill() != null && orderBy.all()) {
        throw Failures.notImplemented("WITH FILL of ORDER BY ALL");
      }
      if (orderBy.all()) {
        projections.forEach(p -> items.add(new SortItem(p, Direction.of(item))));
      } else {
        for (RexNode value : bindOrPosition(item.expression())) {
          items.add(new SortItem(value, Direction.of(item)));
        }
      }
    }
    return items;
  }

  private List<RexNode> limitBy(@Nullable LimitBy limitBy) {
    List<RexNode> keys = new ArrayList<>();
    if (limitBy != null) {
      if (limitBy.all()) {
        return projections;
      }
      limitBy.keys().forEach(key -> keys.addAll(bindOrPosition(key)));
    }
    return keys;
  }

  /** An expression, or the column of the result that a number stands for. */
  private List<RexNode> bindOrPosition(Expr expression) {
    if (expression instanceof Literal.Number number
        && number.isInteger()
        && scope.context().isOn("enable_positional_arguments", true)) {
      int size = projections.size();
      long position = number.integerValue().longValue();
      long index = position < 0 ? size + position : position - 1;
      if (index < 0 || index >= size) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "Positional argument number "
                + number.integerValue()
                + " is out of bounds. Expected in range [1, "
                + size
                + "]. In scope "
                + scope.text());
      }
      return List.of(projections.get((int) index));
    }
    return binder.bindAll(List.of(expression));
  }

  /** Collects the keys of GROUP BY. */
  private final class GroupKeys {
    private final List<RexNode> keys = new ArrayList<>();
    private final List<List<Integer>> sets = new ArrayList<>();
    private boolean constantsToo;
    private boolean constantLeftOut;

    void add(GroupBy groupBy) {
      switch (groupBy.kind()) {
        case NONE -> {}
        case PLAIN -> plain(groupBy.keys());
        case ALL -> projections.forEach(this::addWithoutAggregates);
        case ROLLUP -> {
          List<Integer> all = addSet(groupBy.keys());
          if (all.isEmpty()) {
            plain(groupBy.keys());
            return;
          }
          for (int size = all.size(); size >= 0; size--) {
            sets.add(all.subList(0, size));
          }
        }
        case CUBE -> cube(groupBy.keys());
        case GROUPING_SETS -> groupingSets(groupBy.sets());
      }
    }

    /** Where nothing is aggregated, the server keeps constants and has no row for the set (). */
    void withoutAggregates(boolean aggregates) {
      if (!aggregates && !sets.isEmpty()) {
        if (constantLeftOut) {
          throw Failures.notImplemented("A constant among grouping sets without an aggregate");
        }
        GroupBy groupBy = scope.select().groupBy();
        if (groupBy != null && groupBy.kind() == GroupBy.Kind.GROUPING_SETS) {
          sets.removeIf(List::isEmpty);
        }
      }
      if (sets.size() == 1) {
        sets.clear();
      }
    }

    private void plain(List<Expr> expressions) {
      constantsToo = true;
      addSet(expressions);
      dropConstants();
    }

    private void groupingSets(List<List<Expr>> groupingSets) {
      groupingSets.forEach(set -> sets.add(addSet(set)));
      if (keys.isEmpty() && groupingSets.stream().anyMatch(set -> !set.isEmpty())) {
        throw Failures.notImplemented("GROUPING SETS of nothing but constants");
      }
    }

    /** Adds keys that are not there; returns the positions of all. */
    private List<Integer> addSet(List<Expr> expressions) {
      Set<Integer> positions = new LinkedHashSet<>();
      for (RexNode key : expressions.stream().flatMap(this::bound).toList()) {
        refuse(key, BindingOperators::isAggregate, "Aggregate", "GROUP BY");
        refuse(key, BindingOperators::isWindow, "Window", "GROUP BY");
        if (!constantsToo && RexFactory.constantOf(key) != null) {
          constantLeftOut = true;
          continue;
        }
        if (!keys.contains(key)) {
          keys.add(key);
        }
        positions.add(keys.indexOf(key));
      }
      return List.copyOf(positions);
    }

    /** The keys that an expression names: {@code (a, b)} is two, but not within a key of three. */
    private Stream<RexNode> bound(Expr expression) {
      return bindOrPosition(expression).stream()
          .flatMap(
              key ->
                  key instanceof RexCall call && call.getOperator().getName().equals("tuple")
                      ? call.getOperands().stream()
                      : Stream.of(key));
    }

    private void cube(List<Expr> expressions) {
      List<Integer> all = addSet(expressions);
      if (all.isEmpty()) {
        plain(expressions);
        return;
      }
      if (all.size() > 12) {
        throw Failures.notImplemented("CUBE of " + all.size() + " keys");
      }
      for (int mask = (1 << all.size()) - 1; mask >= 0; mask--) {
        List<Integer> set = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          if ((mask >> (all.size() - 1 - i) & 1) == 1) {
            set.add(all.get(i));
          }
        }
        sets.add(set);
      }
    }

    /** What is computed of constants while the query runs is a key, which WITH TOTALS shows. */
    private void dropConstants() {
      Predicate<RexNode> constant = k -> Captures.of(k).isEmpty() && !isLate(k);
      if (!keys.stream().allMatch(constant)) {
        keys.removeIf(constant);
      }
    }

    /** Whether a function within is not computed before, though its arguments are constants. */
    private static boolean isLate(RexNode node) {
      if (!(node instanceof RexCall call) || !(call.getOperator() instanceof FunctionOperator f)) {
        return false;
      }
      boolean bare = call.getOperands().isEmpty();
      return bare
          ? !f.isDeterministic() && RexFactory.constantOf(node) == null
          : call.getOperands().stream().allMatch(o -> RexFactory.constantOf(o) != null)
              || call.getOperands().stream().anyMatch(GroupKeys::isLate);
    }

    /** GROUP BY ALL: the largest parts of a result column that no aggregate is in. */
    private void addWithoutAggregates(RexNode expression) {
      if (Captures.of(expression).isEmpty() || keys.contains(expression)) {
        return;
      }
      if (BindingOperators.find(expression, BindingOperators::isAggregate) == null
          && BindingOperators.find(expression, BindingOperators::isWindow) == null) {
        keys.add(expression);
      } else if (!BindingOperators.isAggregate(expression) && expression instanceof RexCall call) {
        call.getOperands().forEach(this::addWithoutAggregates);
      }
    }
  }
}
