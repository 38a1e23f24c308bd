// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.RowCount;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.SubqueryRows;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Renders relational queries, one method a kind of node. */
public final class QueryRenderer {

  private static final JoinTables.Style INNER_ALL =
      new JoinTables.Style(JoinKind.INNER, JoinStrictness.ALL, false);

  private final RelQuery query;
  private final FromRenderer sources = new FromRenderer();

  private QueryRenderer(RelQuery query) {
    this.query = query;
  }

  /**
   * The query as a ClickHouse query tree.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for a node that ClickHouse's SQL has no clause for
   */
  public static Query render(RelQuery query) {
    QueryRenderer renderer = new QueryRenderer(query);
    Set<Integer> shared = sharedBy(query.root());
    if (shared.isEmpty()) {
      return renderer.toQuery(query.root(), query.names());
    }
    Draft draft = renderer.visit(query.root());
    draft.clauses().with(shared.stream().map(renderer::sharedQuery).toList(), false);
    return draft.select(query.names());
  }

  /** The sub-queries whose rows {@code node} reads, which WITH has to name. */
  private static Set<Integer> sharedBy(RelNode node) {
    Set<Integer> shared = new TreeSet<>();
    if (node instanceof SubqueryRows rows && !rows.isLastRound()) {
      shared.add(rows.number());
    }
    node.getInputs().forEach(input -> shared.addAll(sharedBy(input)));
    return shared;
  }

  /** MATERIALIZED, since the server computes any other WITH query again at each place. */
  private WithItem sharedQuery(int number) {
    RelNode node = query.subqueries().get(number);
    List<String> names = FromRenderer.columnNames(node.getRowType().getFieldCount());
    return new WithItem.Named(
        Position.NONE, FromRenderer.sharedName(number), List.of(), true, toQuery(node, names));
  }

  private Query toQuery(RelNode node, List<String> names) {
    if (node instanceof Union union) {
      return toUnion(union, names);
    }
    return visit(node).select(names);
  }

  private Query toUnion(Union union, List<String> names) {
    List<Query> operands = new ArrayList<>();
    union.getInputs().forEach(input -> operands.add(toQuery(input, names)));
    return new SetOperation(
        Position.NONE, SetOperation.Kind.UNION, SetOperation.Quantifier.ALL, operands);
  }

  /** Closes a draft and reads it as a sub-query. */
  private Draft wrap(Draft draft) {
    List<String> names = FromRenderer.columnNames(draft.columns().size());
    return sources.derived(draft.select(names), names);
  }

  private Draft before(RelNode node, Stage stage) {
    Draft draft = visit(node);
    return draft.isBefore(stage) ? draft : wrap(draft);
  }

  private Draft upTo(RelNode node, Stage stage) {
    Draft draft = visit(node);
    return draft.isAtMost(stage) ? draft : wrap(draft);
  }

  private ExpressionRenderer over(List<Expr> columns) {
    return new ExpressionRenderer(columns, this::subquery);
  }

  private Query subquery(int index) {
    RelNode node = query.subqueries().get(index);
    return toQuery(node, node.getRowType().getFieldNames());
  }

  private Draft visit(RelNode node) {
    if (node instanceof ReadTable scan) {
      return visitScan(scan);
    }
    if (node instanceof ConstantRows rows && rows.rows().width() == 0) {
      return new Draft(null, List.of());
    }
    if (node instanceof Filter filter) {
      return visitFilter(filter);
    }
    if (node instanceof Project project) {
      return visitProject(project);
    }
    if (node instanceof Aggregate aggregate) {
      List<Integer> keys = aggregate.getGroupSet().asList();
      return visitAggregate(aggregate.getInput(), keys, aggregate.getAggCallList(), false);
    }
    if (node instanceof GroupingSetsAggregate sets && sets.sets().size() <= 1) {
      return visitAggregate(sets.getInput(), sets.keys(), sets.calls(), sets.hasTotals());
    }
    if (node instanceof Join join) {
      return visitJoin(join.getLeft(), join.getRight(), INNER_ALL, join.getCondition());
    }
    if (node instanceof JoinTables join) {
      return visitJoin(join.getLeft(), join.getRight(), join.style(), join.condition());
    }
    return visitTail(node);
  }

  /** Nodes whose clauses come late in a SELECT. */
  private Draft visitTail(RelNode node) {
    if (node instanceof WindowColumns window) {
      return visitWindow(window);
    }
    if (node instanceof DistinctRows distinct) {
      return visitDistinct(distinct);
    }
    if (node instanceof Sort sort && sort.fetch == null && sort.offset == null) {
      return visitSort(sort);
    }
    if (node instanceof LimitRows limit) {
      return visitLimit(limit);
    }
    if (node instanceof PortionRows portion) {
      return visitPortion(portion);
    }
    if (node instanceof LimitByKeys limit) {
      return visitLimitBy(limit);
    }
    if (node instanceof SubqueryRows rows && !rows.isLastRound()) {
      return sources.shared(rows.number(), rows.getRowType().getFieldCount());
    }
    if (node instanceof Union union) {
      List<String> names = union.getRowType().getFieldNames();
      return sources.derived(toUnion(union, names), names);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A rewritten query with " + node.getRelTypeName() + " can't be rendered for ClickHouse");
  }

  private Draft visitScan(ReadTable scan) {
    if (scan.source().sample() != null) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "SAMPLE can't be combined with a rewrite of the query");
    }
    Draft draft = sources.table(scan);
    List<Expr> conditions = over(draft.columns()).conditions(scan.filter());
    if (!conditions.isEmpty()) {
      draft.where(conditions);
    }
    List<Expr> reads = draft.columns();
    draft.columns(scan.output().stream().map(reads::get).toList());
    return draft;
  }

  private Draft visitFilter(Filter filter) {
    Draft draft = upTo(filter.getInput(), Stage.HAVING);
    List<Expr> conditions = over(draft.columns()).conditions(filter.getCondition());
    if (draft.isAtMost(Stage.WHERE)) {
      draft.where(conditions);
    } else {
      draft.having(conditions);
    }
    return draft;
  }

  private Draft visitProject(Project project) {
    Draft draft = visit(project.getInput());
    if (draft.isDistinct()) {
      draft = wrap(draft); // which rows are distinct must not change with the columns
    }
    draft.columns(over(draft.columns()).renderAll(project.getProjects()));
    return draft;
  }

  private Draft visitAggregate(
      RelNode input, List<Integer> keys, List<AggregateCall> calls, boolean totals) {
    Draft draft = before(input, Stage.GROUP);
    List<Expr> inputs = draft.columns();
    List<Expr> columns = new ArrayList<>(keys.stream().map(inputs::get).toList());
    draft.groupBy(columns, totals);
    calls.forEach(call -> columns.add(AggregateRenderer.render(call, inputs)));
    if (columns.isEmpty()) {
      draft.columns(List.of(Call.of("count"))); // one row, which a bare constant would not be
      return wrap(draft);
    }
    draft.columns(columns);
    return draft;
  }

  private Draft visitJoin(
      RelNode left, RelNode right, JoinTables.Style style, @Nullable RexNode condition) {
    Draft leftDraft = source(left);
    Draft rightDraft = source(right);
    List<Expr> columns = new ArrayList<>(leftDraft.columns());
    columns.addAll(rightDraft.columns());
    boolean cross = condition == null || condition.isAlwaysTrue();
    Expr on = null;
    if (!cross) {
      List<Expr> conditions = over(columns).conditions(condition);
      on =
          conditions.size() == 1
              ? conditions.get(0)
              : Call.of("and", conditions.toArray(Expr[]::new));
    }
    FromItem from =
        FromRenderer.join(
            Objects.requireNonNull(leftDraft.bareFrom()),
            Objects.requireNonNull(rightDraft.bareFrom()),
            style,
            on);
    return new Draft(from, columns);
  }

  /** A side of a join: a bare table or join, else a sub-query. */
  private Draft source(RelNode node) {
    Draft draft = visit(node);
    boolean bare =
        draft.bareFrom() != null && draft.columns().stream().allMatch(Identifier.class::isInstance);
    return bare ? draft : wrap(draft);
  }

  /** Over a sub-query where there are window functions below: none may stand within another. */
  private Draft visitWindow(WindowColumns window) {
    Draft draft = before(window.getInput(), Stage.WINDOW);
    List<Expr> inputs = draft.columns();
    List<Expr> partition = window.partitionBy().stream().map(inputs::get).toList();
    List<OrderBy.Item> order = order(window.orderBy(), inputs);
    List<Expr> columns = new ArrayList<>(inputs);
    window.calls().forEach(c -> columns.add(WindowRenderer.render(c, inputs, partition, order)));
    draft.columns(columns);
    draft.advance(Stage.WINDOW);
    return draft;
  }

  private Draft visitDistinct(DistinctRows distinct) {
    Draft draft = before(distinct.getInput(), Stage.DISTINCT);
    if (distinct.keys().size() == draft.columns().size()) {
      draft.distinct();
      return draft;
    }
    return limitBy(draft, distinct.keys(), 0, 1);
  }

  private Draft visitSort(Sort sort) {
    Draft draft = before(sort.getInput(), Stage.ORDER);
    List<OrderBy.Item> items = order(sort.getCollation(), draft.columns());
    draft.clauses().orderBy(new OrderBy(Position.NONE, items, false, null));
    draft.advance(Stage.ORDER);
    return draft;
  }

  private static List<OrderBy.Item> order(RelCollation collation, List<Expr> columns) {
    List<OrderBy.Item> items = new ArrayList<>();
    for (RelFieldCollation key : collation.getFieldCollations()) {
      OrderBy.Nulls nulls =
          key.nullDirection == RelFieldCollation.NullDirection.FIRST
              ? OrderBy.Nulls.FIRST
              : OrderBy.Nulls.LAST;
      items.add(
          new OrderBy.Item(
              Position.NONE,
              columns.get(key.getFieldIndex()),
              key.getDirection().isDescending(),
              nulls,
              null,
              null));
    }
    return items;
  }

  private Draft visitLimitBy(LimitByKeys limit) {
    Draft draft = before(limit.getInput(), Stage.LIMIT_BY);
    return limitBy(draft, limit.keys(), limit.offset(), limit.limit());
  }

  private static Draft limitBy(Draft draft, List<Integer> keys, long offset, long count) {
    List<Expr> rendered = keys.stream().map(draft::column).toList();
    Expr skip = offset == 0 ? null : ConstantRenderer.number(Long.toString(offset));
    Expr rows = ConstantRenderer.number(Long.toString(count));
    draft.clauses().limitBy(new LimitBy(Position.NONE, rows, skip, rendered, false));
    draft.advance(Stage.LIMIT_BY);
    return draft;
  }

  private Draft visitPortion(PortionRows portion) {
    Draft draft = before(portion.getInput(), Stage.LIMIT);
    Expr skip = portion.offset().equals(RowCount.NONE) ? null : count(portion.offset());
    Expr rows = portion.limit().equals(RowCount.ALL) ? null : count(portion.limit());
    boolean ties = !portion.ties().getFieldCollations().isEmpty();
    draft.clauses().limit(new Limit(Position.NONE, rows, skip, ties));
    draft.advance(Stage.LIMIT);
    return draft;
  }

  private static Expr count(RowCount count) {
    if (count instanceof RowCount.First first) {
      return ConstantRenderer.number(Long.toString(first.rows()));
    }
    return ConstantRenderer.number(
        count instanceof RowCount.Share share
            ? Double.toString(share.share())
            : "-" + ((RowCount.Last) count).rows());
  }

  private Draft visitLimit(LimitRows limit) {
    Draft draft = before(limit.getInput(), Stage.LIMIT);
    Expr skip = limit.offset() == 0 ? null : ConstantRenderer.number(Long.toString(limit.offset()));
    Expr rows =
        limit.limit() == Long.MAX_VALUE
            ? null
            : ConstantRenderer.number(Long.toString(limit.limit()));
    boolean ties = !limit.ties().getFieldCollations().isEmpty();
    draft.clauses().limit(new Limit(Position.NONE, rows, skip, ties));
    draft.advance(Stage.LIMIT);
    return draft;
  }
}
