// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.sql.lower.PlanLowering;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.rel.PlanContext;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rule.Optimiser;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;

/** A query through all steps of planning. */
record Planned(RelQuery relation, QueryPlan plan) {

  static Planned of(String sql) {
    return of(sql, TestHouse.embedded().context());
  }

  static Planned of(String sql, PlanningContext context) {
    RelOptCluster cluster = PlanContext.newCluster();
    RexFactory rex = new RexFactory(cluster, FunctionRegistry.standard(), context.bind());
    Analyser analyser = new Analyser(context, cluster, rex, context.settings());
    RelQuery analysed = analyser.analyse(SqlParser.parseQuery(sql));
    RelQuery trimmed = Optimiser.trim(Optimiser.optimise(analysed), rex);
    return new Planned(trimmed, new PlanLowering(rex).lower(trimmed));
  }

  List<String> names() {
    return relation.names();
  }

  List<String> types() {
    return plan.root().schema().types().stream().map(t -> t.name()).toList();
  }

  /** The optimised query as text, sub-queries behind it. */
  String text() {
    return RelOptUtil.toString(relation.root()).stripTrailing()
        + relation.subqueries().stream()
            .map(subquery -> "\nsubquery\n" + RelOptUtil.toString(subquery).stripTrailing())
            .collect(Collectors.joining());
  }
}
