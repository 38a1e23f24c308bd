// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.expression.OuterColumns;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.rel.RecursiveRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.SubqueryRows;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/**
 * Analyses a query of WITH. After RECURSIVE a UNION ALL may name itself in what follows its first
 * SELECT; it is analysed until the types of its columns grow no more, and runs as a sub-query.
 */
final class Recursions {

  private static final int MAX_GROWTH = 16;

  private final Scope scope;
  private final WithItem.Named item;
  private final AnalysisContext context;
  private final RexFactory rex;

  Recursions(Scope.NamedQuery query) {
    this.scope = query.scope();
    this.item = query.item();
    this.context = scope.context();
    this.rex = context.rex();
  }

  Relation analyse() {
    boolean recursive =
        scope.select().recursive()
            && item.query() instanceof SetOperation union
            && union.kind() == SetOperation.Kind.UNION
            && mayName(union);
    return recursive
        ? recursion((SetOperation) item.query())
        : context.analyse(item.query(), scope);
  }

  /** Whether the name is anywhere in the union at all. */
  private boolean mayName(SetOperation union) {
    return SqlPrinter.print(union).contains(item.name());
  }

  private Relation recursion(SetOperation union) {
    int before = context.subqueries().size();
    int number = context.nextNumber();
    Relation base = context.analyse(union.operands().get(0), scope);
    List<String> names = item.columns().isEmpty() ? base.names() : item.columns();
    if (names.size() != base.names().size()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Number of columns of " + item.name() + " is " + base.names().size());
    }
    List<Type> types = base.types();
    int ownSubqueries = context.subqueries().size();
    for (int growth = 0; growth < MAX_GROWTH; growth++) {
      Relation step = step(union, names, types, number);
      if (!reads(step.rel(), number)) {
        context.subqueries().subList(before, context.subqueries().size()).clear();
        return context.analyse(item.query(), scope);
      }
      List<Type> common = common(types, step);
      if (common.equals(types)) {
        refuseWithin(before, number);
        return rows(union, cast(base, types, names), cast(step, types, names), number);
      }
      types = common;
      context.subqueries().subList(ownSubqueries, context.subqueries().size()).clear();
    }
    throw Failures.notImplemented("WITH RECURSIVE whose types grow with each round");
  }

  private Relation step(SetOperation union, List<String> names, List<Type> types, int number) {
    List<Query> operands = union.operands().subList(1, union.operands().size());
    Query query =
        operands.size() == 1
            ? operands.get(0)
            : new SetOperation(union.position(), union.kind(), union.quantifier(), operands);
    RelDataType row = ((EngineTypeFactory) context.cluster().getTypeFactory()).row(names, types);
    scope.setLastRound(
        item.name(), new Relation(SubqueryRows.lastRound(context.cluster(), row, number), names));
    try {
      return context.analyse(query, scope);
    } finally {
      scope.setLastRound(item.name(), null);
    }
  }

  private List<Type> common(List<Type> types, Relation step) {
    List<Type> found = step.types();
    if (found.size() != types.size()) {
      throw Failures.of(
          ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH,
          "Different number of columns in the two parts of " + item.name());
    }
    List<Type> common = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      List<Type> both = List.of(types.get(i), found.get(i));
      CarriedZones.requireSame(both);
      common.add(LeastSupertype.of(both));
    }
    return common;
  }

  private Relation cast(Relation relation, List<Type> types, List<String> names) {
    List<RexNode> columns = new ArrayList<>(relation.columns(rex));
    for (int i = 0; i < columns.size(); i++) {
      columns.set(i, rex.cast(columns.get(i), types.get(i)));
    }
    return new Relation(Relations.project(relation.rel(), columns, names), names);
  }

  private Relation rows(SetOperation union, Relation base, Relation step, int number) {
    if (union.quantifier() != SetOperation.Quantifier.ALL) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_METHOD,
          "Recursive CTE subquery "
              + item.name()
              + " with UNION_DISTINCT union mode is unsupported, only UNION ALL union mode is"
              + " supported");
    }
    String depth = context.setting("max_recursive_cte_evaluation_depth");
    long rounds = depth == null ? 1000 : Long.parseLong(depth);
    RelNode recursion = RecursiveRows.of(base.rel(), step.rel(), number, item.name(), rounds);
    if (!OuterColumns.in(base, scope).isEmpty() || !OuterColumns.in(step, scope).isEmpty()) {
      throw Failures.notImplemented("A correlated recursive query");
    }
    int position = context.addSubquery(recursion);
    return new Relation(
        SubqueryRows.all(context.cluster(), base.rel().getRowType(), position), base.names());
  }

  /** Sub-queries run before the recursion, so that they can not see its rounds. */
  private void refuseWithin(int from, int number) {
    for (RelNode subquery : context.subqueries().subList(from, context.subqueries().size())) {
      if (reads(subquery, number)) {
        throw Failures.notImplemented("A recursive query that is read in a sub-query of its step");
      }
    }
  }

  private static boolean reads(RelNode node, int number) {
    if (node instanceof SubqueryRows rows) {
      return rows.isLastRound() && rows.number() == number;
    }
    return node.getInputs().stream().anyMatch(input -> reads(input, number));
  }
}
