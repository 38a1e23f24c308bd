// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Correlated.OuterColumn;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.ScalarSubqueryOperator.Form;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** Binds queries within expressions; each is computed once, before the query around it. */
final class SubqueryBinder {

  private final Scope scope;
  private final AnalysisContext context;
  private final RexFactory rex;

  SubqueryBinder(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
    this.rex = context.rex();
  }

  /** The only row of {@code query}: its column, or a tuple of its columns. */
  RexNode scalar(Query query) {
    context.subqueryNumber(query);
    Integer known = scope.subquery(query);
    if (known == null) {
      RexNode correlated = scope.correlated(query);
      if (correlated != null) {
        return correlated;
      }
      Relation relation = context.analyse(query, scope);
      List<RexNode> outer = OuterColumns.in(relation, scope);
      if (!outer.isEmpty()) {
        if (scope.isProjecting()) {
          OuterColumns.requireOneTable(outer, scope);
        }
        return correlatedScalar(query, relation, outer);
      }
      known = context.addSubquery(oneColumn(relation));
      scope.rememberSubquery(query, known);
    }
    RelNode plan = context.subqueries().get(known);
    RelDataTypeField field = plan.getRowType().getFieldList().get(0);
    Type type = io.twinhouse.sql.type.EngineRelType.typeOf(field.getType());
    return rex.scalarSubquery(known, Form.valueOf(field.getName()), type);
  }

  private RexNode correlatedScalar(Query query, Relation relation, List<RexNode> outer) {
    if (!(query instanceof Select)) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_METHOD,
          "Method getResultType is not supported for UNION query tree node");
    }
    if (relation.names().size() != 1) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_METHOD,
          "Method getResultType is supported only for correlated query node with 1 column, but got "
              + relation.names().size());
    }
    Type type = relation.types().get(0);
    if (type instanceof TupleType) {
      throw Failures.notImplemented("The type Nullable(Tuple) of a correlated sub-query's tuple");
    }
    return correlated(query, relation, outer, type.toNullable(), false);
  }

  private RexNode correlated(
      Query query, Relation relation, List<RexNode> outer, Type type, boolean exists) {
    List<RexNode> operands =
        outer.stream().map(c -> ((OuterColumn) ((RexCall) c).getOperator()).column()).toList();
    Correlated operator = new Correlated(context.nextNumber(), relation, outer, exists);
    RexNode call = rex.make(type, operator, operands);
    if (!exists) {
      scope.rememberCorrelated(query, call);
    }
    return call;
  }

  private RelNode oneColumn(Relation relation) {
    List<RexNode> columns = relation.columns(rex);
    if (columns.size() == 1) {
      Type type = RexFactory.typeOf(columns.get(0));
      if (type instanceof TupleType tuple) {
        List<Type> elements = tuple.elements().stream().map(Type::toNullable).toList();
        RexNode value = rex.cast(columns.get(0), new TupleType(tuple.names(), elements));
        return Relations.project(relation.rel(), List.of(value), List.of(Form.TUPLE.name()));
      }
      boolean kept = type instanceof LowCardinalityType;
      RexNode value = kept ? columns.get(0) : rex.cast(columns.get(0), type.toNullable());
      return Relations.project(relation.rel(), List.of(value), List.of(Form.VALUE.name()));
    }
    List<Type> types = columns.stream().map(RexFactory::typeOf).toList();
    RexNode tuple = rex.call("tuple", columns);
    Type named = new TupleType(relation.names(), types);
    return Relations.project(
        relation.rel(), List.of(rex.cast(tuple, named)), List.of(Form.ROW.name()));
  }

  /** Whether {@code query} has a row: 1 is in the constant 1 of its first row. */
  RexNode exists(Query query) {
    context.subqueryNumber(query);
    context.countSubquery();
    Relation relation = context.analyse(query, scope);
    context.useFirst(relation.rel());
    RexNode one = rex.constant(IntegerType.UINT8, LongColumn.of(1));
    List<RexNode> outer = OuterColumns.in(relation, scope);
    if (!outer.isEmpty()) {
      return alwaysHasARow(relation.rel())
          ? one
          : correlated(query, relation, outer, IntegerType.UINT8, true);
    }
    RelNode first = LimitRows.of(relation.rel(), 0, 1, RelCollations.EMPTY);
    RelNode plan = Relations.project(first, List.of(one), List.of("one"));
    int position = context.addSubquery(plan);
    return rex.inSet(List.of(one), new SetSource.Subquery(position), "subquery " + position, false);
  }

  private static boolean alwaysHasARow(RelNode rel) {
    RelNode below = rel;
    while (below instanceof LogicalProject project) {
      below = project.getInput();
    }
    return below instanceof LogicalAggregate aggregate && aggregate.getGroupCount() == 0;
  }

  /** The rows of {@code query} as a set, its columns cast to {@code types}. */
  SetSource set(Relation relation, List<Type> types) {
    List<RexNode> columns = new ArrayList<>();
    List<RexNode> found = relation.columns(rex);
    for (int i = 0; i < types.size(); i++) {
      columns.add(rex.cast(found.get(i), types.get(i)));
    }
    RelNode plan = Relations.project(relation.rel(), columns, relation.names());
    return new SetSource.Subquery(context.addSubquery(plan));
  }

  /** A set of rows at hand. */
  static SetSource rows(Batch rows) {
    return new SetSource.Rows(rows);
  }
}
