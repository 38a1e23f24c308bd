// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * All expressions of a SELECT, bound over the columns of FROM.
 *
 * @param groupSets positions within {@code groupKeys}, for more than one set; else empty
 * @param isGrouped whether rows are grouped: by a clause, or because something aggregates
 */
record SelectExpressions(
    List<RexNode> projections,
    List<String> names,
    @Nullable RexNode prewhere,
    @Nullable RexNode where,
    List<RexNode> groupKeys,
    List<List<Integer>> groupSets,
    boolean isGrouped,
    boolean totals,
    @Nullable RexNode having,
    @Nullable RexNode qualify,
    List<SortItem> orderBy,
    List<RexNode> limitBy) {

  /** One key of ORDER BY. */
  record SortItem(RexNode value, Direction direction) {}

  SelectExpressions {
    projections = List.copyOf(projections);
    names = List.copyOf(names);
    groupKeys = List.copyOf(groupKeys);
    groupSets = List.copyOf(groupSets);
    orderBy = List.copyOf(orderBy);
    limitBy = List.copyOf(limitBy);
  }

  /** Whatever is computed after grouping. */
  List<RexNode> afterGrouping() {
    List<RexNode> all = new ArrayList<>(projections);
    if (having != null) {
      all.add(having);
    }
    if (qualify != null) {
      all.add(qualify);
    }
    orderBy.forEach(item -> all.add(item.value()));
    all.addAll(limitBy);
    return all;
  }

  boolean anyAfterGrouping(Predicate<RexNode> test) {
    return afterGrouping().stream().anyMatch(e -> BindingOperators.find(e, test) != null);
  }
}
