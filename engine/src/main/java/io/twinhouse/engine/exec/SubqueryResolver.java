// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.expression.SetKeys;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the rows of sub-queries that have run where plans refer to them. */
final class SubqueryResolver {

  private final List<Batch> results;
  private final SizeLimit limit;
  private final MemoryContext memory;
  private final Map<Integer, Batch> rounds = new HashMap<>();
  private final ExpressionRewriter rewriter = new ExpressionRewriter(this::resolve);

  /**
   * @param results by position; may grow while the resolver is in use
   * @param limit of distinct rows in a set
   * @param memory where they are counted
   */
  SubqueryResolver(List<Batch> results, SizeLimit limit, MemoryContext memory) {
    this.results = results;
    this.limit = limit;
    this.memory = memory;
  }

  /** Says what the last round of recursion {@code number} found. */
  void setRound(int number, Batch rows) {
    rounds.put(number, rows);
  }

  PlanNode resolve(PlanNode node) {
    if (node instanceof PlanNode.SubqueryRows rows) {
      Batch found =
          rows.lastRound()
              ? Objects.requireNonNull(rounds.get(rows.number()))
              : results.get(rows.number());
      return new PlanNode.Values(rows.schema(), found);
    }
    if (node instanceof PlanNode.Scan scan) {
      return new PlanNode.Scan(
          scan.table(),
          scan.alias(),
          scan.reads(),
          rewrite(scan.filter()),
          scan.output(),
          scan.finalRead(),
          scan.schema());
    }
    if (node instanceof PlanNode.Filter filter) {
      return new PlanNode.Filter(resolve(filter.input()), rewriter.rewrite(filter.predicate()));
    }
    if (node instanceof PlanNode.Project project) {
      return new PlanNode.Project(
          resolve(project.input()), rewriter.rewrite(project.expressions()), project.schema());
    }
    if (node instanceof PlanNode.Join join) {
      return new PlanNode.Join(
          resolve(join.left()),
          resolve(join.right()),
          join.kind(),
          join.strictness(),
          join.leftKeys(),
          join.rightKeys(),
          rewrite(join.residual()),
          join.asof(),
          join.useNulls(),
          join.schema());
    }
    return resolveInputs(node);
  }

  private PlanNode resolveInputs(PlanNode node) {
    if (node instanceof PlanNode.Aggregate a) {
      return new PlanNode.Aggregate(
          resolve(a.input()), a.keys(), a.calls(), a.groupingSets(), a.totals(), a.schema());
    }
    if (node instanceof PlanNode.Distinct d) {
      return new PlanNode.Distinct(resolve(d.input()), d.keys());
    }
    if (node instanceof PlanNode.Sort s) {
      return new PlanNode.Sort(resolve(s.input()), s.keys(), s.limit());
    }
    if (node instanceof PlanNode.Limit l) {
      return new PlanNode.Limit(resolve(l.input()), l.offset(), l.limit(), l.tiesOf());
    }
    if (node instanceof PlanNode.Portion p) {
      return new PlanNode.Portion(resolve(p.input()), p.offset(), p.limit(), p.tiesOf());
    }
    if (node instanceof PlanNode.LimitBy l) {
      return new PlanNode.LimitBy(resolve(l.input()), l.keys(), l.offset(), l.limit());
    }
    if (node instanceof PlanNode.Fill f) {
      return new PlanNode.Fill(resolve(f.input()), f.keys(), f.prefix(), f.computed());
    }
    if (node instanceof PlanNode.Window w) {
      return new PlanNode.Window(
          resolve(w.input()), w.partitionBy(), w.orderBy(), w.calls(), w.schema());
    }
    if (node instanceof PlanNode.UnionAll u) {
      return new PlanNode.UnionAll(u.inputs().stream().map(this::resolve).toList(), u.schema());
    }
    if (node instanceof PlanNode.SetOperation s) {
      return new PlanNode.SetOperation(
          resolve(s.left()), resolve(s.right()), s.intersect(), s.all(), s.schema());
    }
    if (node instanceof PlanNode.ArrayJoin a) {
      return new PlanNode.ArrayJoin(resolve(a.input()), a.arrays(), a.left(), a.schema());
    }
    return node;
  }

  private @Nullable Expression rewrite(@Nullable Expression expression) {
    return expression == null ? null : rewriter.rewrite(expression);
  }

  /** A node of an expression, with rows in the place of a sub-query that it refers to. */
  Expression resolve(Expression expression) {
    if (expression instanceof Expression.ScalarSubquery scalar) {
      return new Expression.Constant(
          scalar.type(), scalarOf(results.get(scalar.subquery()), scalar));
    }
    return expression instanceof Expression.InSet in ? withRows(in) : expression;
  }

  private Expression.InSet withRows(Expression.InSet in) {
    Expression.InSet known =
        in.source() instanceof Expression.SetSource.Subquery set
            ? new Expression.InSet(
                in.keys(),
                new Expression.SetSource.Rows(results.get(set.subquery())),
                in.negated(),
                in.type())
            : in;
    if (!limit.isNone()) {
      try (SetKeys keys = new SetKeys(known, memory)) {
        limit.admits(SizeLimit.Subject.SET, keys.size(), 0);
      }
    }
    return known;
  }

  private static Column scalarOf(Batch rows, Expression.ScalarSubquery scalar) {
    if (rows.rows() > 1) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_RESULT_OF_SCALAR_SUBQUERY,
          "Scalar subquery returned more than one row");
    }
    if (rows.rows() == 0) {
      return nothing(scalar);
    }
    if (rows.width() == 1) {
      return rows.column(0).flatten();
    }
    List<Column> elements = new ArrayList<>();
    for (int i = 0; i < rows.width(); i++) {
      elements.add(rows.column(i).flatten());
    }
    return TupleColumn.of(elements, 1);
  }

  private static Column nothing(Expression.ScalarSubquery scalar) {
    Type type = scalar.type();
    if (scalar.row()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A scalar sub-query of several columns without a row, which is NULL of the type"
              + " Nullable(Tuple), is not supported");
    }
    if ((!type.isNullable() || type instanceof LowCardinalityType)
        && !(type instanceof TupleType)
        && !(type instanceof AggregateFunctionType)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_RESULT_OF_SCALAR_SUBQUERY,
          "Scalar subquery returned empty result of type "
              + type.name()
              + " which cannot be Nullable.");
    }
    return DefaultValues.of(type);
  }
}
