// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.from.FromBinder;
import io.twinhouse.sql.analyse.scope.AliasCollector;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Analyses one SELECT: binds all its expressions, then puts the clauses on top of each other. */
final class SelectAnalyser {

  private final AnalysisContext context;
  private final Scope scope;
  private final List<WithItem> with;

  /**
   * @param inherited WITH items of the first SELECT of a union, which the others see too
   */
  SelectAnalyser(
      AnalysisContext context, @Nullable Scope parent, Select select, List<WithItem> inherited) {
    this.context = context.with(select.settings());
    this.scope = new Scope(this.context, parent, select);
    this.with = new ArrayList<>(inherited);
    for (WithItem item : select.with()) {
      if (!with.contains(item)) {
        with.add(item);
      }
    }
  }

  Relation analyse() {
    try {
      return analyseSelect();
    } catch (TwinhouseException e) {
      throw Failures.inScope(e, scope);
    }
  }

  private Relation analyseSelect() {
    AliasCollector.collect(scope, with);
    scope.setInFrom(true);
    FromBinder.From from = new FromBinder(scope).bind(scope.select().from());
    scope.setInFrom(false);
    scope.setColumns(from.columns());
    SelectExpressions expressions = new SelectBinder(scope).bind();
    Stage stage = new Stage(scope, expressions.unnested(from.rel()));
    EarlyFilter.requireStored(scope.select().from(), from.rel(), expressions.prewhere());
    if (!context.isOn("apply_prewhere_after_final", false)) {
      EarlyFilter.check(from.rel(), expressions.prewhere());
    }
    if (!expressions.isGrouped() && expressions.where() != null) {
      TotalsFilter.check(from.rel(), expressions.where());
    }
    filter(stage, expressions.prewhere(), "PREWHERE");
    filter(stage, expressions.where(), "WHERE");
    Ordering ordering = new Ordering(scope, expressions, stage);
    if (isCountedInVain(expressions, ordering)) {
      stage.setRel(Relations.filter(stage.rel(), context.rex().never()));
    }
    if (expressions.isGrouped()) {
      new Grouping(scope, expressions, stage).apply();
    }
    filter(stage, expressions.having(), "HAVING");
    new Windowing(stage).apply(expressions.afterGrouping());
    filter(stage, expressions.qualify(), "QUALIFY");
    stage.unnest(expressions.afterGrouping());
    return new Relation(ordering.apply(), expressions.names());
  }

  /**
   * Whether the server reads no row, so that totals are those of none: it reads them to the end for
   * the totals only where nothing is sorted.
   */
  private boolean isCountedInVain(SelectExpressions expressions, Ordering ordering) {
    return expressions.totals()
        && scope.select().orderBy() != null
        && ordering.endsAtOnce()
        && !context.isOn("exact_rows_before_limit", false);
  }

  private void filter(Stage stage, @Nullable RexNode condition, String clause) {
    if (condition == null) {
      return;
    }
    Type type = RexFactory.typeOf(condition);
    Type base = type.base();
    boolean allowed =
        base instanceof IntegerType
            || base instanceof BoolType
            || base instanceof FloatType
            || base instanceof NothingType;
    if (!allowed) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER,
          "Invalid type for filter in "
              + clause
              + ": "
              + type.name()
              + ". In query "
              + scope.text());
    }
    List<RexNode> late = new ArrayList<>();
    List<RexNode> early = new ArrayList<>();
    for (RexNode part : RexFactory.conjuncts(context.rex().truth(condition))) {
      (BindingOperators.find(part, Correlated::is) == null ? early : late).add(part);
    }
    for (List<RexNode> parts : late.isEmpty() ? List.of(early) : List.of(early, late)) {
      stage.unnest(parts);
      RexNode rewritten = context.rex().and(stage.rewrite(parts));
      stage.setRel(Relations.filter(stage.rel(), rewritten));
    }
  }
}
