// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.common.SuspiciousTypes;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** What all parts of the analysis of one statement share. One thread. */
public final class AnalysisContext {

  /** Queries of WITH that read each other twice are as wide as two to their number. */
  private static final long MOST_COLUMNS = 200_000;

  private final PlanningContext planning;
  private final RelOptCluster cluster;
  private final RexFactory rex;
  private final Map<String, String> settings;
  private final Analysis analysis;
  private final Shared shared;

  /** What all queries of the statement have in common, whatever their settings. */
  private static final class Shared {
    private final List<RelNode> subqueries = new ArrayList<>();
    private final PlanDependencies dependencies = new PlanDependencies();
    private final Map<Query, Integer> numbered = new IdentityHashMap<>();
    private final Map<String, RexNode> drawn = new HashMap<>();
    private int queries;
    private int numbers;
    private int views;
    private int definers;
    private long columns;
    private @Nullable TableName asked;
    private boolean input;
    private final Set<String> functions = new HashSet<>();
    private @Nullable TableName denied;
    private @Nullable TwinhouseException unplanned;
    private final Map<RelNode, TwinhouseException> failing = new IdentityHashMap<>();
  }

  /**
   * @param settings in force: the session's and the statement's own
   */
  public AnalysisContext(
      PlanningContext planning,
      RelOptCluster cluster,
      RexFactory rex,
      Map<String, String> settings,
      Analysis analysis) {
    this.planning = planning;
    this.cluster = cluster;
    this.rex = rex;
    this.settings = settings;
    this.analysis = analysis;
    this.shared = new Shared();
  }

  private AnalysisContext(
      AnalysisContext other, PlanningContext planning, Map<String, String> settings) {
    this.planning = planning;
    this.cluster = other.cluster;
    this.rex = other.rex;
    this.settings = settings;
    this.analysis = other.analysis;
    this.shared = other.shared;
  }

  /** The context of a query with settings of its own. */
  public AnalysisContext with(List<SettingChange> own) {
    if (own.isEmpty()) {
      return this;
    }
    return new AnalysisContext(this, planning, SettingTexts.merged(settings, SettingTexts.of(own)));
  }

  /** The same where some settings are not set. */
  public AnalysisContext without(Set<String> names) {
    if (names.stream().noneMatch(settings::containsKey)) {
      return this;
    }
    Map<String, String> left = new HashMap<>(settings);
    left.keySet().removeAll(names);
    return new AnalysisContext(this, planning, left);
  }

  /** The context of a view whose query parameters are {@code parameters}. */
  public AnalysisContext withParameters(Map<String, String> parameters) {
    return new AnalysisContext(this, planning.withParameters(parameters), settings);
  }

  /** Analyses a query within another, whose scope {@code parent} is. */
  public Relation analyse(Query query, @Nullable Scope parent) {
    Relation relation = analysis.query(this, query, parent);
    shared.columns += relation.names().size();
    if (shared.columns > MOST_COLUMNS) {
      throw Failures.of(
          ErrorCode.TOO_BIG_AST,
          "The query's sub-queries have more than " + MOST_COLUMNS + " columns in all");
    }
    return relation;
  }

  public Analysis analysis() {
    return analysis;
  }

  public PlanningContext planning() {
    return planning;
  }

  public Storage storage() {
    return planning.storage();
  }

  /** Whether a name means a temporary table of the session. */
  public boolean isTemporary(String name) {
    return shared.dependencies.isTemporary(planning.storage(), name);
  }

  /** A table of the catalog, which the plan then depends on. */
  public Optional<Table> table(TableName name) {
    return shared.dependencies.table(planning.storage(), name);
  }

  /** A view of the catalog, which the plan then depends on. */
  public Optional<ViewDefinition> view(TableName name) {
    return shared.dependencies.view(planning.storage(), name);
  }

  /**
   * Begins the body of a user's function.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException UNSUPPORTED_METHOD within its own body
   */
  public void enterFunction(String name) {
    if (!shared.functions.add(name)) {
      throw Failures.of(ErrorCode.UNSUPPORTED_METHOD, "Recursive function " + name);
    }
  }

  public void leaveFunction(String name) {
    shared.functions.remove(name);
  }

  public PlanDependencies dependencies() {
    return shared.dependencies;
  }

  /** The database of tables without one. */
  public String database() {
    return planning.bind().database();
  }

  public RelOptCluster cluster() {
    return cluster;
  }

  public RexFactory rex() {
    return rex;
  }

  /** The settings in force that were changed, by name. */
  public Map<String, String> settings() {
    return settings;
  }

  /** A setting's text, or null if it was not set. */
  public @Nullable String setting(String name) {
    return settings.get(name);
  }

  /** Types that a query may not name, by its settings. */
  public SuspiciousTypes suspiciousTypes() {
    return new SuspiciousTypes(
        isOn(SuspiciousTypes.DICTIONARIES, false), isOn(SuspiciousTypes.LONG_TEXTS, false));
  }

  /** Whether a switch is on; {@code byDefault} if it was not set. */
  public boolean isOn(String setting, boolean byDefault) {
    String value = settings.get(setting);
    return value == null ? byDefault : !(value.equals("0") || value.equalsIgnoreCase("false"));
  }

  /** Keeps a sub-query for sets and scalars to name; returns its position. */
  public int addSubquery(RelNode subquery) {
    shared.subqueries.add(subquery);
    return shared.subqueries.size() - 1;
  }

  public List<RelNode> subqueries() {
    return shared.subqueries;
  }

  /**
   * The value of a call that is another one each time it is bound: what an equal call of the
   * statement drew before, else {@code value}.
   *
   * @param call tells equal calls
   */
  public RexNode drawn(String call, RexNode value) {
    return shared.drawn.computeIfAbsent(call, first -> value);
  }

  /** A number not given before. */
  public int nextNumber() {
    return shared.numbers++;
  }

  /** The number that names of columns give {@code query}: its place among all met, from 1. */
  public int subqueryNumber(Query query) {
    return shared.numbered.computeIfAbsent(query, q -> ++shared.queries);
  }

  /** How many queries were numbered or counted. */
  public int subqueriesMet() {
    return shared.queries;
  }

  /** Counts a query that has no name of its own in the result: one in FROM. */
  public void countSubquery() {
    shared.queries++;
  }

  /** Counts a view that is being expanded; returns how deep. */
  public int enterView() {
    return ++shared.views;
  }

  public void leaveView() {
    shared.views--;
  }

  /** Begins to read with the rights of a materialized view's definer, who sees all rows. */
  /**
   * Says which table stands right of IN; tables of engine Set are read nowhere else.
   *
   * @return the one before, null for none
   */
  public @Nullable TableName askSet(@Nullable TableName table) {
    TableName before = shared.asked;
    shared.asked = table;
    return before;
  }

  /** Whether a table stands right of the IN that is bound now. */
  public boolean isSetAsked(TableName table) {
    return table.equals(shared.asked);
  }

  /** Notes that the statement reads its own data; false if it does already. */
  public boolean readInput() {
    boolean first = !shared.input;
    shared.input = true;
    return first;
  }

  public void enterDefiner() {
    shared.definers++;
  }

  public void leaveDefiner() {
    shared.definers--;
  }

  /** Whether tables are read with the rights of who asks. */
  public boolean isInvoker() {
    return shared.definers == 0;
  }

  /** The condition on the rows of a table that the asking user's policies make; null for none. */
  public @Nullable String rowPolicy(TableName table) {
    Permissions permissions = planning.permissions();
    return permissions == null || !isInvoker()
        ? null
        : permissions.rowCondition(table.database(), table.table());
  }

  /** What limits the tables named here; null for nothing, as within a view. */
  public @Nullable Access access() {
    return shared.views > 0 ? null : planning.access();
  }

  /** Notes down a table that must not be read, to be said when nothing else is wrong. */
  public void deny(TableName table) {
    if (shared.denied == null) {
      shared.denied = table;
    }
  }

  /**
   * Refuses the statement if a table was denied.
   *
   * @throws TwinhouseException ACCESS_DENIED
   */
  public void checkAccess() {
    Access access = planning.access();
    if (access != null && shared.denied != null) {
      throw access.denied("SELECT ON " + shared.denied);
    }
  }

  /**
   * Notes down what the server finds when it plans a query, to be said when its types are right.
   */
  public void refuseToPlan(TwinhouseException failure) {
    if (shared.unplanned == null) {
      shared.unplanned = failure;
    }
  }

  /**
   * Refuses the statement if it can not be planned.
   *
   * @throws TwinhouseException what was noted down first
   */
  public void checkPlanning() {
    if (shared.unplanned != null) {
      throw shared.unplanned;
    }
  }

  /** Notes down that the first column of a query is known to fail when it is computed, if it is. */
  public void knowFirst(RelNode query, @Nullable TwinhouseException failure) {
    if (failure != null) {
      shared.failing.put(query, failure);
    }
  }

  /** Says that no column of a sub-query is used: the server computes the first. */
  public void useFirst(RelNode query) {
    TwinhouseException failure = shared.failing.get(query);
    if (failure != null) {
      refuseToPlan(failure);
    }
  }
}
