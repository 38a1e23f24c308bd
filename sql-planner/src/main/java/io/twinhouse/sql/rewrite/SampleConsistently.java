// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.Rewrites.Sample;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

/**
 * Keeps one key in N, the same keys on every scan that carries the key ({@code cityHash64(key) % N
 * = 0}), and scales the counts of the outermost aggregation by N. A kept key keeps its whole
 * history, so first-seen dates and the like stay right. What does not grow in proportion to the
 * number of keys is refused.
 */
final class SampleConsistently implements RewriteRule {

  private static final Set<String> COUNTS = Set.of("count", "countIf", "uniqExact", "uniqExactIf");

  private final Sample sample;
  private final RexFactory rex;
  private final Consumer<Note> notes;

  SampleConsistently(Sample sample, RexFactory rex, Consumer<Note> notes) {
    this.sample = sample;
    this.rex = rex;
    this.notes = notes;
  }

  @Override
  public RelQuery apply(RelQuery query) {
    if (sample.oneIn() == 1) {
      notes.accept(new Note("SampleConsistently", "1 in 1: every key is kept, counts are exact"));
      return query;
    }
    int[] sampled = new int[1];
    RelQuery kept = query.map(root -> TreeWalk.rebuild(root, node -> keep(node, sampled)));
    if (sampled[0] == 0) {
      throw refuse("no scan carries the key '" + sample.column() + "'");
    }
    notes.accept(
        new Note(
            "SampleConsistently",
            "counts are scaled by "
                + sample.oneIn()
                + "; a count of n has an expected relative error of sqrt("
                + (sample.oneIn() - 1)
                + "/n)"));
    checkSubqueries(query.subqueries());
    return new RelQuery(scale(kept.root()), kept.names(), kept.subqueries());
  }

  /** A set of kept keys is as good as the set of all; any other value of a sample is not. */
  private void checkSubqueries(List<RelNode> subqueries) {
    SampledRows rows = new SampledRows(sample.column(), this::refuse);
    for (RelNode subquery : subqueries) {
      boolean ofKeys =
          IntStream.range(0, subquery.getRowType().getFieldCount())
              .anyMatch(column -> rows.isKey(subquery, column));
      if (rows.of(subquery).perKey() && !ofKeys) {
        throw refuse("a sub-query over the sampled rows yields something else than the key");
      }
    }
  }

  private TwinhouseException refuse(String why) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Can't sample 1 in " + sample.oneIn() + " by '" + sample.column() + "': " + why);
  }

  private RexNode oneIn() {
    IntegerType type = sample.oneIn() < 256 ? IntegerType.UINT8 : IntegerType.UINT32;
    return rex.constant(type, LongColumn.of(sample.oneIn()));
  }

  private RelNode keep(RelNode node, int[] sampled) {
    if (!(node instanceof ReadTable scan) || scan.indexOf(sample.column()) < 0) {
      return node;
    }
    RexNode key = ScanCondition.column(scan, rex, scan.indexOf(sample.column()));
    RexNode rest = rex.call("modulo", rex.call("cityHash64", key), oneIn());
    RexNode zero = rex.constant(IntegerType.UINT8, LongColumn.of(0));
    sampled[0]++;
    notes.accept(
        new Note(
            "SampleConsistently",
            "scan "
                + scan.source().alias()
                + " keeps rows with cityHash64("
                + sample.column()
                + ") % "
                + sample.oneIn()
                + " = 0"));
    return ScanCondition.add(scan, rex, List.of(rex.truth(rex.call("equals", rest, zero))));
  }

  /** Goes down to the outermost aggregation and scales there. */
  private RelNode scale(RelNode node) {
    List<AggregateCall> calls = AggregateCalls.of(node);
    if (calls != null) {
      return scaleCounts(node, calls);
    }
    if (node instanceof SingleRel single) {
      RelNode input = scale(single.getInput());
      return node.copy(node.getTraitSet(), List.of(input));
    }
    throw refuse("the query has no outermost aggregation whose counts could be scaled");
  }

  private RelNode scaleCounts(RelNode aggregate, List<AggregateCall> calls) {
    SampledRows rows = new SampledRows(sample.column(), this::refuse);
    for (int key : Origins.groupingColumns(aggregate)) {
      if (rows.isKey(aggregate.getInput(0), key)) {
        throw refuse("the outermost aggregation is by the key itself, whose figures are whole");
      }
    }
    int keys = AggregateCalls.keyCount(aggregate);
    List<RexNode> columns = new ArrayList<>();
    for (RelDataTypeField field : aggregate.getRowType().getFieldList()) {
      Type type = EngineRelType.typeOf(field.getType());
      RexNode column = rex.input(field.getIndex(), type);
      int call = field.getIndex() - keys;
      boolean counted = call >= 0 && call < calls.size();
      if (counted) {
        checkScales(aggregate.getInput(0), calls.get(call));
      }
      columns.add(counted ? rex.cast(rex.call("multiply", column, oneIn()), type) : column);
    }
    return Relations.project(aggregate, columns, aggregate.getRowType().getFieldNames());
  }

  private void checkScales(RelNode input, AggregateCall call) {
    String function = AggregateCalls.operator(call).function();
    if (!COUNTS.contains(function)) {
      throw refuse(function + " does not grow in proportion to the number of keys kept");
    }
    SampledRows rows = new SampledRows(sample.column(), this::refuse);
    SampledRows.Rows counted = rows.of(input);
    if (!counted.perKey()) {
      throw refuse("the outermost aggregation reads no sampled rows");
    }
    boolean distinct = function.startsWith("uniq");
    if (distinct && (call.getArgList().isEmpty() || !rows.isKey(input, call.getArgList().get(0)))) {
      throw refuse(function + " counts something else than the sampled key");
    }
    if (counted.withNull() && !(distinct && skipsNull(input, call))) {
      throw refuse(
          function
              + " would count rows whose key is NULL, which no sample keeps; add "
              + sample.column()
              + " IS NOT NULL");
    }
  }

  private static boolean skipsNull(RelNode input, AggregateCall call) {
    int argument = call.getArgList().get(0);
    return EngineRelType.typeOf(input.getRowType().getFieldList().get(argument).getType())
        .isNullable();
  }
}
