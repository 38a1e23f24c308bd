// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionRewriter;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.PlannedExpression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.access.ReadRights;
import io.twinhouse.sql.analyse.Analyser;
import io.twinhouse.sql.analyse.scope.PlanDependencies;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.lower.ExpressionLowering;
import io.twinhouse.sql.lower.PlanLowering;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.push.PushDown;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.PlanContext;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.render.QueryRenderer;
import io.twinhouse.sql.rewrite.RewriteProgram;
import io.twinhouse.sql.rule.Optimiser;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans queries: analysis, rewrites, rules, trimming, lowering. One planner a statement. */
public final class QueryPlanner {

  private final PlanningContext context;
  private final Map<String, String> settings;
  private final RexFactory rex;
  private final RelOptCluster cluster;
  private final Analyser analyser;

  /**
   * A planned query.
   *
   * @param relation what was lowered, for EXPLAIN
   */
  record Planned(QueryPlan plan, Schema schema, List<Note> notes, RelQuery relation) {}

  /**
   * @param settings in force, those of the statement included
   */
  QueryPlanner(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
    this.cluster = PlanContext.newCluster();
    this.rex = new RexFactory(cluster, FunctionRegistry.standard(), context.bind().with(settings));
    this.analyser = new Analyser(context, cluster, rex, settings);
  }

  /** What the plans depend on, or null if they hold for this moment alone. */
  @Nullable PlanDependencies dependencies() {
    PlanDependencies found = analyser.dependencies();
    return found.isReusable() && !rex.isMomentary() ? found : null;
  }

  Planned plan(Query query) {
    checkRights(query);
    return finish(analyser.analyse(query));
  }

  /**
   * Plans a query whose columns are cast to {@code types}, for an INSERT.
   *
   * @throws TwinhouseException NUMBER_OF_COLUMNS_DOESNT_MATCH
   */
  Planned plan(Query query, List<Type> types) {
    checkRights(query);
    RelQuery analysed = analyser.analyse(query);
    RelNode root = analysed.root();
    List<Type> found = EngineTypeFactory.schema(root.getRowType()).types();
    if (found.size() != types.size()) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
          "Number of columns doesn't match (source: "
              + found.size()
              + " and result: "
              + types.size()
              + ")");
    }
    List<RexNode> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      columns.add(rex.cast(rex.input(i, found.get(i)), CarriedZones.dropped(types.get(i))));
    }
    RelNode cast = Relations.project(root, columns, analysed.names());
    return finish(new RelQuery(cast, analysed.names(), analysed.subqueries()));
  }

  /** Requires the rights to read what a query reads, row policies aside. */
  private void checkRights(Query query) {
    Permissions permissions = context.permissions();
    if (permissions != null && !permissions.readsEverything()) {
      QueryPlanner plain = new QueryPlanner(context.unlimited(), settings);
      RelQuery trimmed = plain.rewritten(plain.analyser.analyse(query), plain.rewrites(true));
      ReadRights.check(permissions, trimmed, plain.analyser.dependencies());
    }
  }

  /**
   * Refuses a query whose text alone is asked for if its tables may not be read; one that says
   * nothing that could be read is nobody's secret.
   *
   * @throws TwinhouseException ACCESS_DENIED
   */
  void requireRights(Query query) {
    try {
      checkRights(query);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.ACCESS_DENIED)) {
        throw e;
      }
    }
  }

  /** The schema of a query, planned only where something in it may not be computed. */
  Schema schema(Query query) {
    checkRights(query);
    RelQuery analysed = analyser.analyse(query);
    if (rex.hasRefused()) {
      finish(analysed);
    }
    return schema(analysed);
  }

  private static Schema schema(RelQuery query) {
    List<Type> types = EngineTypeFactory.schema(query.root().getRowType()).types();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      fields.add(new Field(query.names().get(i), types.get(i)));
    }
    return new Schema(fields);
  }

  /**
   * A query rewritten for a house that runs SQL itself.
   *
   * @param query what the house is to run
   */
  record Rendered(Query query, List<Note> notes) {}

  /**
   * Rewrites a query and turns it back into a query tree.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where no clause of ClickHouse's holds the rewritten
   *     query
   */
  Rendered render(Query query) {
    RewriteProgram rewrites = rewrites(false);
    RelQuery trimmed = rewritten(analyser.analyse(query), rewrites);
    return new Rendered(QueryRenderer.render(trimmed), rewrites.notes());
  }

  private RewriteProgram rewrites(boolean dictionaries) {
    return new RewriteProgram(
        context.rewrites(),
        dictionaries,
        rex,
        text -> analyser.bind(SqlParser.parseExpression(text), new Schema(List.of())));
  }

  private RelQuery rewritten(RelQuery analysed, RewriteProgram rewrites) {
    RelQuery optimised = Optimiser.optimise(rewrites.rewrite(analysed));
    rewrites.guard(optimised);
    return rewrites.latest(Optimiser.trim(rewrites.share(optimised), rex));
  }

  private Planned finish(RelQuery analysed) {
    boolean scanned = context.storage().capabilities().contains(Capability.SCAN);
    RewriteProgram rewrites = rewrites(scanned);
    RelQuery trimmed = rewritten(analysed, rewrites);
    List<Note> notes = new ArrayList<>(rewrites.notes());
    if (!scanned) {
      trimmed = new PushDown(context.storage(), rex, settings, notes::add).apply(trimmed);
    }
    QueryPlan plan = new PlanLowering(rex).lower(trimmed);
    Schema shown = schema(trimmed).ofTypes(CarriedZones::dropped);
    return new Planned(plan, shown, notes, trimmed);
  }

  /** A plan that yields rows at hand. */
  Planned rows(String text, Schema schema, Batch rows) {
    RelNode root = ConstantRows.of(cluster, text, schema, rows);
    return finish(new RelQuery(root, schema.names(), List.of()));
  }

  /** Binds one expression over the columns of {@code schema}. */
  public static Expression compile(String text, Schema schema, PlanningContext context) {
    return new QueryPlanner(context, context.settings()).lowered(text, schema);
  }

  /** As {@link #compile}, with the plans of the sub-queries that the expression refers to. */
  public static PlannedExpression planned(String text, Schema schema, PlanningContext context) {
    checkRights(text, schema, context);
    QueryPlanner planner = new QueryPlanner(context, context.settings());
    Expression expression = planner.lowered(text, schema);
    List<RelNode> all = planner.analyser.subqueries();
    Map<Integer, QueryPlan> plans = new HashMap<>();
    for (int position : referred(expression)) {
      plans.put(position, planner.finish(alone(all, position)).plan());
    }
    return new PlannedExpression(expression, plans);
  }

  private Expression lowered(String text, Schema schema) {
    ZoneId zone = rex.context().zone();
    Schema columns = schema.ofTypes(type -> CarriedZones.stored(type, zone));
    return new ExpressionLowering(rex)
        .lower(analyser.bind(SqlParser.parseExpression(text), columns));
  }

  /** A sub-query as a query of its own, with those before it, which it may refer to. */
  private static RelQuery alone(List<RelNode> subqueries, int position) {
    RelNode root = subqueries.get(position);
    return new RelQuery(root, root.getRowType().getFieldNames(), subqueries.subList(0, position));
  }

  /** Requires the rights to read what the sub-queries of an expression read. */
  private static void checkRights(String text, Schema schema, PlanningContext context) {
    Permissions permissions = context.permissions();
    if (permissions == null || permissions.readsEverything()) {
      return;
    }
    QueryPlanner plain = new QueryPlanner(context.unlimited(), context.settings());
    Set<Integer> referred = referred(plain.lowered(text, schema));
    List<RelNode> all = plain.analyser.subqueries();
    for (int position : referred) {
      RelQuery trimmed = plain.rewritten(alone(all, position), plain.rewrites(true));
      ReadRights.check(permissions, trimmed, plain.analyser.dependencies());
    }
  }

  private static Set<Integer> referred(Expression expression) {
    Set<Integer> positions = new TreeSet<>();
    new ExpressionRewriter(
            part -> {
              if (part instanceof Expression.ScalarSubquery scalar) {
                positions.add(scalar.subquery());
              } else if (part instanceof Expression.InSet in
                  && in.source() instanceof Expression.SetSource.Subquery set) {
                positions.add(set.subquery());
              }
              return part;
            })
        .rewrite(expression);
    return positions;
  }

  /**
   * The value of an expression over nothing, in a column of one row.
   *
   * @throws TwinhouseException BAD_ARGUMENTS if it is none that is known while planning
   */
  public static Column constant(String text, PlanningContext context) {
    if (compile(text, new Schema(List.of()), context) instanceof Expression.Constant constant) {
      return constant.value();
    }
    throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Expected a constant, got: " + text);
  }

  /** The type of an expression over the columns of {@code schema}. */
  static Type typeOf(String text, Schema schema, PlanningContext context) {
    return compile(text, schema, context).type();
  }
}
