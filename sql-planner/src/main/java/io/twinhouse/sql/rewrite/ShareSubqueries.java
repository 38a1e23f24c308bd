// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.rel.DistinctRows;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.SubqueryRows;
import io.twinhouse.sql.source.NumbersTable;
import io.twinhouse.sql.source.PrimesTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.sql.SqlExplainLevel;

/**
 * Computes once what the query joins or unites more than once: a grouping or a set of distinct rows
 * that stands at several places, as a WITH query does that is named twice, becomes a sub-query that
 * runs before, and its rows are read at each place. Only such reducing steps are shared: rows of a
 * plain scan would take more memory than reading them again. It comes after the filters were
 * pushed, so that places which keep different rows are different and stay apart.
 *
 * <p>What calls a function that says something else each time is refused, since each place would
 * have had values of its own.
 */
final class ShareSubqueries implements RewriteRule {

  private final Consumer<Note> notes;
  private final Map<String, Integer> places = new HashMap<>();

  /** A house may open a table anew for each place that names it. */
  private final Map<TableName, Table> tables = new HashMap<>();

  private final Map<String, RelNode> shared = new LinkedHashMap<>();

  ShareSubqueries(Consumer<Note> notes) {
    this.notes = notes;
  }

  @Override
  public RelQuery apply(RelQuery query) {
    TreeWalk.visit(query.root(), this::count);
    Map<String, Integer> uppermost = new HashMap<>();
    findUppermost(query.root(), uppermost);
    uppermost.values().removeIf(uses -> uses < 2);
    if (uppermost.isEmpty()) {
      notes.accept(new Note("ShareSubqueries", "no grouping stands at two places: nothing shared"));
      return query;
    }
    RelNode root = replace(query.root(), uppermost, query.subqueries().size());
    List<RelNode> subqueries = new ArrayList<>(query.subqueries());
    subqueries.addAll(shared.values());
    return new RelQuery(root, query.names(), subqueries);
  }

  private void count(RelNode node) {
    if (reduces(node)) {
      places.merge(digest(node), 1, Integer::sum);
    }
  }

  /** Counts what is repeated and lies within nothing else that is. */
  private void findUppermost(RelNode node, Map<String, Integer> uppermost) {
    if (reduces(node)) {
      String digest = digest(node);
      if (places.getOrDefault(digest, 0) > 1) {
        uppermost.merge(digest, 1, Integer::sum);
        return;
      }
    }
    node.getInputs().forEach(input -> findUppermost(input, uppermost));
  }

  private RelNode replace(RelNode node, Map<String, Integer> uppermost, int firstPosition) {
    String digest = reduces(node) ? digest(node) : "";
    Integer uses = uppermost.get(digest);
    if (uses != null) {
      return read(node, digest, uses, firstPosition);
    }
    List<RelNode> inputs = new ArrayList<>();
    node.getInputs().forEach(input -> inputs.add(replace(input, uppermost, firstPosition)));
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  private RelNode read(RelNode node, String digest, int uses, int firstPosition) {
    if (!shared.containsKey(digest)) {
      requireSameEachTime(node);
      shared.put(digest, node);
      notes.accept(
          new Note(
              "ShareSubqueries",
              "the grouping over "
                  + tables(node)
                  + " stands at "
                  + uses
                  + " places and is computed once"));
    }
    int position = firstPosition + new ArrayList<>(shared.keySet()).indexOf(digest);
    return SubqueryRows.all(node.getCluster(), node.getRowType(), position);
  }

  private static void requireSameEachTime(RelNode node) {
    String function = ChangingCalls.find(node);
    if (function != null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Can't share the grouping over "
              + tables(node)
              + ": it calls "
              + function
              + ", which says something else at each place. Take the call out of it, or don't ask"
              + " for sharing");
    }
  }

  private static String tables(RelNode node) {
    return TreeWalk.scans(node).stream()
        .map(scan -> "'" + scan.source().table().definition().name().table() + "'")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean reduces(RelNode node) {
    if (node instanceof GroupingSetsAggregate sets) {
      return !sets.hasTotals();
    }
    return node instanceof Aggregate || node instanceof DistinctRows;
  }

  /** What the subtree computes; how the query calls a table makes no difference. */
  private String digest(RelNode node) {
    RelNode nameless = TreeWalk.rebuild(node, this::withoutAlias);
    return RelOptUtil.toString(nameless, SqlExplainLevel.DIGEST_ATTRIBUTES);
  }

  private RelNode withoutAlias(RelNode node) {
    if (!(node instanceof ReadTable scan)) {
      return node;
    }
    ReadTable.Source source = scan.source();
    Table table = source.table();
    boolean ownRows = table instanceof NumbersTable || table instanceof PrimesTable;
    if (!ownRows) {
      table = tables.computeIfAbsent(table.definition().name(), name -> source.table());
    }
    return scan.withSource(
        new ReadTable.Source(table, "", false, source.finalRead(), source.sample()));
  }
}
