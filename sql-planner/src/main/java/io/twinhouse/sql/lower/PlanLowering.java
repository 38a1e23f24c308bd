// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.InterpolatedColumn;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.plan.WindowCall;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.FillRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RecursiveRows;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.SubqueryRows;
import io.twinhouse.sql.rel.UnnestArrays;
import io.twinhouse.sql.rel.WindowColumns;
import io.twinhouse.sql.source.NarrowedReads;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexNode;

/** Turns an optimised and trimmed query into the engine's plan. */
public final class PlanLowering {

  private final RexFactory rex;
  private final ExpressionLowering expressions;

  public PlanLowering(RexFactory rex) {
    this.rex = rex;
    this.expressions = new ExpressionLowering(rex);
  }

  /**
   * The plan of a query; its root's schema has the names of the result.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for what the engine can
   *     not do
   */
  public QueryPlan lower(RelQuery query) {
    JoinedTotals.refuse(query.root());
    List<PlanNode> subqueries = query.subqueries().stream().map(this::lower).toList();
    return new QueryPlan(named(lower(query.root()), query.names()), subqueries);
  }

  private static PlanNode named(PlanNode root, List<String> names) {
    Schema schema = root.schema();
    if (schema.names().equals(names)) {
      return root;
    }
    List<Field> fields = new ArrayList<>();
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(new Field(names.get(i), schema.type(i)));
      columns.add(new Expression.InputRef(i, schema.type(i)));
    }
    return new PlanNode.Project(root, columns, new Schema(fields));
  }

  private PlanNode lower(RelNode node) {
    if (node instanceof ReadTable read) {
      return scan(read);
    }
    if (node instanceof ConstantRows rows) {
      return new PlanNode.Values(rows.schema(), rows.rows());
    }
    if (node instanceof SubqueryRows rows) {
      return new PlanNode.SubqueryRows(rows.number(), rows.isLastRound(), schema(node));
    }
    if (node instanceof LimitRows limit) {
      return limit(limit);
    }
    List<PlanNode> inputs = node.getInputs().stream().map(this::lower).toList();
    if (node instanceof LogicalJoin join) {
      return new JoinLowering(rex, node.getCluster().getRexBuilder())
          .lower(join, inputs.get(0), inputs.get(1));
    }
    if (node instanceof JoinTables join) {
      return new JoinLowering(rex, node.getCluster().getRexBuilder())
          .lower(join, inputs.get(0), inputs.get(1));
    }
    if (node instanceof RecursiveRows recursion) {
      return new PlanNode.Recursion(
          inputs.get(0),
          inputs.get(1),
          recursion.number(),
          recursion.name(),
          recursion.maxRounds());
    }
    if (node instanceof LogicalUnion) {
      return new PlanNode.UnionAll(inputs, schema(node));
    }
    if (node instanceof SetOp operation) {
      boolean intersect = node instanceof LogicalIntersect;
      return new PlanNode.SetOperation(
          inputs.get(0), inputs.get(1), intersect, operation.all, schema(node));
    }
    return lower(node, inputs.get(0));
  }

  private PlanNode lower(RelNode node, PlanNode input) {
    if (node instanceof LogicalProject project) {
      List<Expression> columns = new ArrayList<>();
      for (RexNode column : project.getProjects()) {
        columns.add(expressions.lower(column));
      }
      return new PlanNode.Project(input, columns, schema(node));
    }
    if (node instanceof LogicalFilter filter) {
      Expression condition = expressions.condition(filter.getCondition());
      return new PlanNode.Filter(NarrowedReads.of(input, condition), condition);
    }
    if (node instanceof LogicalAggregate aggregate) {
      return new PlanNode.Aggregate(
          input,
          aggregate.getGroupSet().asList(),
          aggregate.getAggCallList().stream().map(PlanLowering::call).toList(),
          List.of(),
          false,
          schema(node));
    }
    if (node instanceof GroupingSetsAggregate aggregate) {
      return new PlanNode.Aggregate(
          input,
          aggregate.keys(),
          aggregate.calls().stream().map(PlanLowering::call).toList(),
          aggregate.sets(),
          aggregate.hasTotals(),
          schema(node));
    }
    if (node instanceof LogicalSort sort) {
      return new PlanNode.Sort(input, keys(sort.getCollation()), -1);
    }
    if (node instanceof DistinctRows distinct) {
      return new PlanNode.Distinct(input, distinct.keys());
    }
    if (node instanceof FillRows fill) {
      List<InterpolatedColumn> computed =
          fill.computed().stream()
              .map(c -> new InterpolatedColumn(c.column(), expressions.lower(c.value())))
              .toList();
      return new PlanNode.Fill(input, fill.keys(), fill.prefix(), computed);
    }
    if (node instanceof PortionRows portion) {
      return new PlanNode.Portion(input, portion.offset(), portion.limit(), keys(portion.ties()));
    }
    if (node instanceof LimitByKeys limit) {
      return new PlanNode.LimitBy(input, limit.keys(), limit.offset(), limit.limit());
    }
    if (node instanceof UnnestArrays unnest) {
      return new PlanNode.ArrayJoin(input, unnest.arrays(), unnest.isOuter(), schema(node));
    }
    if (node instanceof WindowColumns windows) {
      return new PlanNode.Window(
          input,
          windows.partitionBy(),
          keys(windows.orderBy()),
          windows.calls().stream().map(PlanLowering::call).toList(),
          schema(node));
    }
    throw new IllegalStateException("no way to lower " + node.getRelTypeName());
  }

  private static Schema schema(RelNode node) {
    return EngineTypeFactory.schema(node.getRowType());
  }

  private PlanNode scan(ReadTable read) {
    ReadTable.Source source = read.source();
    RexNode filter = read.filter();
    return new PlanNode.Scan(
        source.table(),
        source.alias(),
        read.reads(),
        filter == null ? null : expressions.condition(filter),
        read.output(),
        source.finalRead(),
        schema(read));
  }

  /** Over an order, a limit makes a top-N; ties need the whole order. */
  private PlanNode limit(LimitRows limit) {
    List<SortKey> ties = keys(limit.ties());
    PlanNode input = lower(limit.getInput());
    boolean bounded = limit.limit() <= Long.MAX_VALUE - limit.offset();
    if (ties.isEmpty() && bounded && input instanceof PlanNode.Sort sort && sort.limit() < 0) {
      input = new PlanNode.Sort(sort.input(), sort.keys(), limit.offset() + limit.limit());
    }
    return new PlanNode.Limit(input, limit.offset(), limit.limit(), ties);
  }

  static List<SortKey> keys(RelCollation order) {
    List<SortKey> keys = new ArrayList<>();
    for (RelFieldCollation key : order.getFieldCollations()) {
      keys.add(
          new SortKey(
              key.getFieldIndex(),
              key.getDirection().isDescending(),
              key.nullDirection == RelFieldCollation.NullDirection.FIRST));
    }
    return keys;
  }

  private static AggregateCall call(org.apache.calcite.rel.core.AggregateCall call) {
    AggregateOperator operator = (AggregateOperator) call.getAggregation();
    return new AggregateCall(call.getName(), operator.bound(), call.getArgList());
  }

  private static WindowCall call(WindowColumns.Call call) {
    AggregateOperator aggregate = call.aggregate();
    return new WindowCall(
        call.name(),
        aggregate == null ? null : aggregate.bound(),
        call.arguments(),
        call.frame(),
        call.type());
  }
}
