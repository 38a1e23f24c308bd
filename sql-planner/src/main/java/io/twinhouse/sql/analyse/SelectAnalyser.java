// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.analyse.from.FromBinder;
import io.twinhouse.sql.analyse.from.TableSources;
import io.twinhouse.sql.analyse.scope.AliasCollector;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Analyses one SELECT: binds all its expressions, then puts the clauses on top of each other. */
final class SelectAnalyser {

  private final AnalysisContext context;
  private final Scope scope;
  private final List<WithItem> with;
  private final LimitSettings limits;

  /**
   * @param derived whether the query stands in a FROM, itself or as a view
   * @param inherited WITH items of the first SELECT of a union, which the others see too
   */
  SelectAnalyser(
      AnalysisContext context,
      @Nullable Scope parent,
      boolean derived,
      Select select,
      List<WithItem> inherited) {
    AnalysisContext own = context.with(select.settings());
    this.limits = LimitSettings.of(own);
    this.context = own.without(LimitSettings.NAMES);
    this.scope = new Scope(this.context, parent, select);
    scope.setDerived(derived);
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
    scope.checkAliases();
    refuseUnlike(expressions);
    if (expressions.used().isEmpty()) {
      context.useFirst(from.rel());
    }
    Stage stage = new Stage(scope, expressions.unnested(from.rel()));
    requireStored(from.rel(), expressions.prewhere());
    if (!context.isOn("apply_prewhere_after_final", false)) {
      EarlyFilter.check(from.rel(), expressions.prewhere());
    }
    if (!expressions.isGrouped() && expressions.where() != null) {
      TotalsFilter.check(from.rel(), expressions.where());
    }
    filter(stage, expressions.prewhere(), "PREWHERE");
    filter(stage, expressions.where(), "WHERE");
    Ordering ordering = new Ordering(scope, expressions, stage, limits);
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
    Relation relation = new Relation(ordering.apply(), expressions.names());
    context.knowFirst(relation.rel(), RexFactory.failureIn(expressions.projections().get(0)));
    return relation;
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

  /** Columns of one name are of one type, which the server finds when it plans. */
  private void refuseUnlike(SelectExpressions expressions) {
    Map<String, Type> types = new HashMap<>();
    for (int i = 0; i < expressions.names().size(); i++) {
      Type type = RexFactory.typeOf(expressions.projections().get(i));
      Type known = types.putIfAbsent(expressions.names().get(i), type);
      if (known != null && !CarriedZones.dropped(known).equals(CarriedZones.dropped(type))) {
        context.refuseToPlan(
            Failures.of(
                ErrorCode.AMBIGUOUS_COLUMN_NAME,
                "Columns with identical name must have identical structure: "
                    + expressions.names().get(i)
                    + " is "
                    + known.name()
                    + " and "
                    + type.name()));
      }
    }
  }

  private void requireStored(RelNode from, @Nullable RexNode prewhere) {
    FromItem item = scope.select().from();
    String whole = prewhere != null && item == null ? "Storage SystemOne" : null;
    if (prewhere != null && item instanceof FromItem.Table table) {
      whole = new TableSources(scope).wholeRows(table);
    }
    if (whole != null) {
      context.refuseToPlan(
          Failures.of(ErrorCode.ILLEGAL_PREWHERE, whole + " does not support PREWHERE."));
    }
    try {
      EarlyFilter.requireStored(item, from, prewhere);
    } catch (TwinhouseException e) {
      context.refuseToPlan(Failures.inScope(e, scope));
    }
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
