// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.BindingOperators.Direction;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;
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

  /**
   * The rows of FROM without the arrays of ARRAY JOIN that nothing names: the server does not
   * unnest them, nor compare their lengths. The first is unnested if none is named.
   */
  RelNode unnested(RelNode from) {
    if (!(from instanceof UnnestArrays unnest)) {
      return from;
    }
    ImmutableBitSet named = used();
    List<Integer> used = unnest.arrays().stream().filter(named::get).toList();
    List<Integer> arrays = used.isEmpty() ? unnest.arrays().subList(0, 1) : used;
    return UnnestArrays.of(unnest.getInput(), arrays, unnest.isOuter());
  }

  /** The columns of FROM that are named anywhere. */
  ImmutableBitSet used() {
    List<RexNode> all = new ArrayList<>(afterGrouping());
    all.addAll(groupKeys);
    if (prewhere != null) {
      all.add(prewhere);
    }
    if (where != null) {
      all.add(where);
    }
    return RelOptUtil.InputFinder.bits(all, null);
  }

  boolean anyAfterGrouping(Predicate<RexNode> test) {
    return afterGrouping().stream().anyMatch(e -> BindingOperators.find(e, test) != null);
  }
}
