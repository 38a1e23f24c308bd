// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.engine.type.common.VariantMembers;
import io.twinhouse.sql.analyse.expression.LargeLiterals;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SetOperation.Kind;
import io.twinhouse.sql.ast.SetOperation.Quantifier;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Analyses queries: SELECTs, and what UNION, INTERSECT and EXCEPT make of them. */
final class QueryAnalyser {

  private static final int MAX_DEPTH = 100;

  private final AnalysisContext context;
  private final @Nullable Scope parent;
  private final boolean derived;

  /**
   * @param derived whether the query stands in a FROM, itself or as a view
   */
  QueryAnalyser(AnalysisContext context, @Nullable Scope parent, boolean derived) {
    this.context = context;
    this.parent = parent;
    this.derived = derived;
  }

  Relation analyse(Query query) {
    int depth = 0;
    for (Scope scope = parent; scope != null; scope = scope.parent()) {
      if (++depth > MAX_DEPTH) {
        throw Failures.of(
            ErrorCode.TOO_DEEP_SUBQUERIES, "Too deep subqueries. Maximum: " + MAX_DEPTH);
      }
    }
    return analyse(query, List.of());
  }

  private Relation analyse(Query query, List<WithItem> with) {
    if (query instanceof Select select) {
      return new SelectAnalyser(context, parent, derived, select, with).analyse();
    }
    SetOperation operation = (SetOperation) query;
    List<WithItem> shared = with.isEmpty() ? withOf(operation) : with;
    List<Relation> operands = new ArrayList<>();
    for (Query operand : flattened(operation)) {
      operands.add(analyse(operand, shared));
    }
    return combine(operation, operands);
  }

  /** Unions in brackets that make no other rows are one with that around them, types included. */
  private static List<Query> flattened(SetOperation operation) {
    List<Query> operands = new ArrayList<>();
    for (Query operand : operation.operands()) {
      if (operand instanceof SetOperation inner && isPart(inner, operation)) {
        operands.addAll(flattened(inner));
      } else {
        operands.add(operand);
      }
    }
    return operands;
  }

  private static boolean isPart(SetOperation inner, SetOperation outer) {
    boolean unions = inner.kind() == Kind.UNION && outer.kind() == Kind.UNION;
    boolean known =
        outer.quantifier() == Quantifier.ALL || outer.quantifier() == Quantifier.DISTINCT;
    boolean same = inner.quantifier() == outer.quantifier();
    return unions
        && known
        && (same || inner.quantifier() == Quantifier.ALL)
        && withOf(inner).isEmpty();
  }

  /** WITH of the first SELECT holds for all of a union. */
  private static List<WithItem> withOf(Query query) {
    return query instanceof Select select
        ? select.with()
        : withOf(((SetOperation) query).operands().get(0));
  }

  private Relation combine(SetOperation operation, List<Relation> operands) {
    List<Type> types = commonTypes(operation, operands);
    RexFactory rex = context.rex();
    List<String> names = operands.get(0).names();
    List<RelNode> inputs = new ArrayList<>();
    for (Relation operand : operands) {
      List<RexNode> columns = operand.columns(rex);
      for (int i = 0; i < columns.size(); i++) {
        columns.set(i, cast(columns.get(i), types.get(i)));
      }
      inputs.add(Relations.project(operand.rel(), columns, names));
    }
    RelNode combined = put(operation, inputs);
    return new Relation(combined, names);
  }

  /** A cast to a time without a zone keeps that of the value, which other rows do not have. */
  private RexNode cast(RexNode column, Type type) {
    RexNode value = context.rex().cast(column, type);
    if (!RexFactory.typeOf(value).equals(type)) {
      throw Failures.notImplemented(
          "UNION, INTERSECT or EXCEPT of times of a zone and "
              + type.name()
              + " without one: name the zone, as toTimeZone(column, 'UTC') does");
    }
    return value;
  }

  private List<Type> commonTypes(SetOperation operation, List<Relation> operands) {
    Relation first = operands.get(0);
    List<List<Type>> byColumn = new ArrayList<>();
    first.types().forEach(type -> byColumn.add(new ArrayList<>()));
    for (Relation operand : operands) {
      if (operand.names().size() != first.names().size()) {
        throw Failures.of(
            ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH,
            "Different number of columns in "
                + (operation.kind() == Kind.UNION ? "UNION_ALL" : operation.kind())
                + " elements: "
                + String.join(", ", first.names())
                + " and "
                + String.join(", ", operand.names()));
      }
      for (int i = 0; i < byColumn.size(); i++) {
        byColumn.get(i).add(operand.types().get(i));
      }
    }
    List<Type> common = byColumn.stream().map(this::common).toList();
    LargeLiterals.requireNone(operands.stream().map(Relation::rel).toList(), byColumn, common);
    return common;
  }

  /**
   * The server makes a Variant of types that have nothing in common. In its answers a Decimal is
   * not converted into one of the same width and scale: there the first type stays.
   */
  private Type common(List<Type> types) {
    CarriedZones.requireSame(types);
    try {
      Type common = LeastSupertype.orVariant(types);
      VariantMembers.requireUnlike(common); // else the cast would refuse it, as none of a query's
      Type first = types.get(0);
      boolean stays =
          parent == null
              && first.isNullable() == common.isNullable()
              && first.base() instanceof DecimalType decimal
              && common.base() instanceof DecimalType other
              && decimal.isStoredAs(other);
      return stays ? first : common;
    } catch (TwinhouseException e) {
      throw Failures.notImplemented(
          "UNION, INTERSECT or EXCEPT of columns of the types "
              + types.stream().map(Type::name).distinct().toList());
    }
  }

  private RelNode put(SetOperation operation, List<RelNode> inputs) {
    if (operation.kind() == Kind.UNION) {
      RelNode all = Relations.unionAll(inputs);
      return unionIsAll(operation) ? all : distinct(all);
    }
    RelNode result = inputs.get(0);
    boolean distinct = isDistinct(operation);
    for (RelNode input : inputs.subList(1, inputs.size())) {
      List<RelNode> both = List.of(result, input);
      result =
          operation.kind() == Kind.INTERSECT
              ? LogicalIntersect.create(both, !distinct)
              : LogicalMinus.create(both, !distinct);
    }
    return result;
  }

  /** Whether INTERSECT or EXCEPT drops doubles. */
  private boolean isDistinct(SetOperation operation) {
    if (operation.quantifier() != Quantifier.DEFAULT) {
      return operation.quantifier() == Quantifier.DISTINCT;
    }
    boolean intersects = operation.kind() == Kind.INTERSECT;
    String mode = context.setting(intersects ? "intersect_default_mode" : "except_default_mode");
    return "DISTINCT".equals(mode);
  }

  private boolean unionIsAll(SetOperation union) {
    if (union.quantifier() != Quantifier.DEFAULT) {
      return union.quantifier() == Quantifier.ALL;
    }
    String mode = context.setting("union_default_mode");
    if (mode == null || mode.isEmpty()) {
      throw Failures.of(
          ErrorCode.EXPECTED_ALL_OR_DISTINCT,
          "Expected ALL or DISTINCT in SelectWithUnion query, because setting"
              + " (union_default_mode) is empty: While processing "
              + ScopeText.of(union));
    }
    return mode.equals("ALL");
  }

  private static RelNode distinct(RelNode input) {
    int width = input.getRowType().getFieldCount();
    return DistinctRows.of(input, IntStream.range(0, width).boxed().toList());
  }
}
