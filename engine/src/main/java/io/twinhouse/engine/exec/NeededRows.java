// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.spi.ScanRequest.FirstRows;
import io.twinhouse.engine.type.Lane;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a scan that a node above it takes any notice of: the first ones by a column, where
 * there is nothing but projections between.
 *
 * @param first a row is needed if it is among those of any
 * @param counts columns of an aggregation's row that the rows which are left out count for
 */
record NeededRows(PlanNode.Scan scan, List<FirstRows> first, BitSet counts) {

  /** A column of a scan, by its position in the reads. */
  private record Column(PlanNode.Scan scan, int read) {}

  /** What a top-N sort needs; null if that is all rows. */
  static @Nullable NeededRows of(PlanNode.Sort sort) {
    if (sort.limit() <= 0 || sort.keys().isEmpty()) {
      return null;
    }
    SortKey key = sort.keys().get(0);
    Column column = key.nullsFirst() ? null : column(sort.input(), key.column());
    return column == null
        ? null
        : new NeededRows(
            column.scan,
            List.of(new FirstRows(column.read, key.descending(), sort.limit())),
            new BitSet());
  }

  /** What an aggregation of nothing but min, max and count() needs; null if that is all rows. */
  static @Nullable NeededRows of(PlanNode.Aggregate node) {
    boolean plain = node.keys().isEmpty() && node.groupingSets().isEmpty() && !node.totals();
    if (!plain || node.calls().isEmpty()) {
      return null;
    }
    List<FirstRows> first = new ArrayList<>();
    BitSet counts = new BitSet();
    PlanNode.Scan scan = null;
    for (int i = 0; i < node.calls().size(); i++) {
      AggregateCall call = node.calls().get(i);
      String name = call.text().toLowerCase(Locale.ROOT);
      if (name.startsWith("count(") && call.arguments().isEmpty()) {
        counts.set(i);
        continue;
      }
      boolean extreme = name.startsWith("min(") || name.startsWith("max(");
      Column column =
          extreme && call.arguments().size() == 1
              ? column(node.input(), call.arguments().get(0))
              : null;
      if (column == null) {
        return null;
      }
      scan = column.scan;
      first.add(new FirstRows(column.read, name.startsWith("max("), 1));
    }
    return scan == null ? null : new NeededRows(scan, first, counts);
  }

  private static @Nullable Column column(PlanNode node, int index) {
    PlanNode input = node;
    int column = index;
    while (input instanceof PlanNode.Project project) {
      if (!(project.expressions().get(column) instanceof Expression.InputRef ref)) {
        return null;
      }
      column = ref.index();
      input = project.input();
    }
    return input instanceof PlanNode.Scan scan && hasPlaces(scan.schema().type(column).lane())
        ? new Column(scan, scan.output().get(column))
        : null;
  }

  /** Whether a store may know where values of a lane stand without reading them. */
  private static boolean hasPlaces(Lane lane) {
    return lane == Lane.LONG || lane == Lane.DOUBLE || lane == Lane.BYTES;
  }
}
