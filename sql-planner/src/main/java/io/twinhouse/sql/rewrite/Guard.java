// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rewrite.Origins.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.jspecify.annotations.Nullable;

/**
 * Finds grouping and distinct counting by a key of high cardinality (a plain String, FixedString or
 * UUID) over a scan without a lower bound on its time column: its memory grows with all history.
 * Runs on the optimised query, where conditions stand at the scans.
 */
final class Guard {

  private final Rewrites rewrites;
  private final Consumer<Note> notes;
  private final Map<String, String> findings = new LinkedHashMap<>();

  Guard(Rewrites rewrites, Consumer<Note> notes) {
    this.rewrites = rewrites;
    this.notes = notes;
  }

  /**
   * Warns or refuses.
   *
   * @throws TwinhouseException QUERY_NOT_ALLOWED, naming scan and key
   */
  void check(RelQuery query) {
    List<RelNode> roots = new ArrayList<>(query.subqueries());
    roots.add(query.root());
    roots.forEach(root -> TreeWalk.visit(root, this::inspect));
    for (String finding : findings.values()) {
      if (rewrites.guard() == Rewrites.Guard.REFUSE) {
        throw new TwinhouseException(ErrorCode.QUERY_NOT_ALLOWED, finding);
      }
      notes.accept(new Note("Guard", finding));
    }
  }

  private void inspect(RelNode node) {
    if (node.getInputs().size() != 1) {
      return;
    }
    RelNode input = node.getInput(0);
    for (int key : Origins.groupingColumns(node)) {
      Origins.of(input, key).forEach(origin -> inspect(origin, "groups by"));
    }
    List<AggregateCall> calls = AggregateCalls.of(node);
    for (AggregateCall call : calls == null ? List.<AggregateCall>of() : calls) {
      if (AggregateCalls.operator(call).function().startsWith("uniqExact")) {
        Set<Origin> counted = Origins.of(input, call.getArgList().get(0));
        counted.forEach(origin -> inspect(origin, "counts distinct"));
      }
    }
  }

  private void inspect(Origin origin, String what) {
    ReadTable scan = origin.scan();
    String alias = scan.source().alias();
    if (rewrites.allHistory().contains(alias) || !isHighCardinality(scan, origin.column())) {
      return;
    }
    String time = timeColumn(scan);
    if (time == null
        || TimeBound.hasLower(scan, time)
        || TimeBound.isPinned(scan, origin.column())) {
      return;
    }
    findings.putIfAbsent(
        alias + "." + origin.column(),
        "The query "
            + what
            + " '"
            + origin.column()
            + "' over scan '"
            + alias
            + "' of "
            + scan.source().table().definition().name()
            + ", which has no lower bound on '"
            + time
            + "': its memory grows with all history. Bound the window, or mark the scan as seeing"
            + " all history if that is what it means");
  }

  private static boolean isHighCardinality(ReadTable scan, String column) {
    Type type = typeOf(scan, column);
    return type != null
        && !(type instanceof LowCardinalityType)
        && (type.base() instanceof StringType
            || type.base() instanceof UuidType
            || type.base() instanceof FixedStringType);
  }

  private static @Nullable Type typeOf(ReadTable scan, String column) {
    for (ColumnDefinition definition : scan.source().table().definition().columns()) {
      if (definition.name().equals(column)) {
        return definition.type();
      }
    }
    return null;
  }

  /** The window's column, else the first time column of the sorting key. */
  private @Nullable String timeColumn(ReadTable scan) {
    if (rewrites.window() != null && typeOf(scan, rewrites.window().column()) != null) {
      return rewrites.window().column();
    }
    for (String key : scan.source().table().definition().orderBy()) {
      Type type = typeOf(scan, key);
      Type base = type == null ? null : type.base();
      boolean time = base instanceof DateTime64Type || base instanceof DateTimeType;
      if (time || base instanceof DateType) {
        return key;
      }
    }
    return null;
  }
}
