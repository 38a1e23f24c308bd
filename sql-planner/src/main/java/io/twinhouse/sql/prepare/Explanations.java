// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.function.CanonicalQuery;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.statement.Inspection.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.jspecify.annotations.Nullable;

/** EXPLAIN: the plan as it is run, with what the rewrites did to it. */
final class Explanations {

  private static final Set<String> SWITCHES = Set.of("oneline", "run_query_tree_passes");

  private Explanations() {}

  /**
   * The lines of an EXPLAIN.
   *
   * @param indexes whether what indexes leave of each table is told too
   */
  static QueryPlanner.Planned explain(
      Explained what, boolean indexes, Query query, QueryPlanner planner, QueryPlanner output) {
    List<String> lines =
        switch (what) {
          case PLAN, PIPELINE -> plan(planner.plan(query), indexes);
          case AST, SYNTAX, QUERY_TREE, ESTIMATE, ANALYZE ->
              throw StatementPreparer.notImplemented("EXPLAIN " + what);
        };
    return rows(lines, output);
  }

  /** The tree of a query, as it was parsed from {@code text} with a format behind it or none. */
  static QueryPlanner.Planned tree(
      Query query, String text, @Nullable String format, QueryPlanner output) {
    return rows(SqlPrinter.tree(query, text, format), output);
  }

  /**
   * The lines of EXPLAIN SYNTAX.
   *
   * @throws TwinhouseException UNKNOWN_SETTING, INVALID_SETTING_VALUE, NOT_IMPLEMENTED
   */
  static QueryPlanner.Planned syntax(
      Query query, List<SettingChange> settings, PlanningContext context, QueryPlanner output) {
    boolean oneLine = false;
    for (SettingChange change : settings) {
      long value = value(change);
      oneLine = change.name().equals("oneline") ? value == 1 : oneLine;
      if (change.name().equals("run_query_tree_passes") && value == 1) {
        throw StatementPreparer.notImplemented("EXPLAIN SYNTAX with run_query_tree_passes = 1");
      }
    }
    output.requireRights(query);
    Schema none = new Schema(List.of());
    String text =
        CanonicalQuery.text(
            query,
            constant -> QueryPlanner.typeOf(SqlPrinter.print(constant), none, context),
            !oneLine);
    return rows(text.lines().toList(), output);
  }

  private static long value(SettingChange change) {
    boolean whole = change.name().equals("query_tree_passes");
    if (!whole && !SWITCHES.contains(change.name())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_SETTING,
          "Unknown setting \""
              + change.name()
              + "\" for EXPLAIN SYNTAX query. Supported settings: "
              + "run_query_tree_passes, oneline, query_tree_passes");
    }
    boolean number =
        change.value() instanceof Literal.Number literal
            && literal.isInteger()
            && literal.integerValue().signum() >= 0
            && literal.integerValue().bitLength() < Long.SIZE;
    if (!number || change.value() == null) {
      throw new TwinhouseException(
          ErrorCode.INVALID_SETTING_VALUE,
          "Invalid type for setting \"" + change.name() + "\" only integer settings are supported");
    }
    long value = ((Literal.Number) change.value()).integerValue().longValue();
    if (!whole && value > 1) {
      throw new TwinhouseException(
          ErrorCode.INVALID_SETTING_VALUE,
          "Invalid value "
              + value
              + " for setting \""
              + change.name()
              + "\". Expected boolean type");
    }
    return value;
  }

  private static QueryPlanner.Planned rows(List<String> lines, QueryPlanner output) {
    Schema schema = Schema.of(new Field("explain", StringType.INSTANCE));
    BytesBuffer texts = new BytesBuffer(lines.size());
    for (String line : lines) {
      byte[] bytes = new Literal.Text(Position.NONE, line).bytes();
      texts.append(bytes, 0, bytes.length);
    }
    return output.rows("explain", schema, Batch.of(lines.size(), texts.toColumn(null)));
  }

  private static List<String> plan(QueryPlanner.Planned planned, boolean indexes) {
    RelQuery relation = planned.relation();
    List<String> lines = new ArrayList<>(RelOptUtil.toString(relation.root()).lines().toList());
    for (int i = 0; i < relation.subqueries().size(); i++) {
      lines.add("Subquery " + i);
      RelOptUtil.toString(relation.subqueries().get(i))
          .lines()
          .forEach(line -> lines.add("  " + line));
    }
    for (Note note : planned.notes()) {
      lines.add(note.rule() + ": " + note.text());
    }
    if (indexes) {
      lines.addAll(PrunedScans.lines(planned.plan()));
    }
    return lines;
  }
}
