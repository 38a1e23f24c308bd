// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;

/**
 * A whole query: its root and the sub-queries that {@link InSetOperator} and {@link
 * ScalarSubqueryOperator} name by position. A sub-query may name those before it, never later ones.
 *
 * @param names of the result's columns, which unlike Calcite's may repeat
 */
public record RelQuery(RelNode root, List<String> names, List<RelNode> subqueries) {

  public RelQuery {
    names = List.copyOf(names);
    subqueries = List.copyOf(subqueries);
  }

  /** The query with {@code change} made to its root and to each sub-query. */
  public RelQuery map(UnaryOperator<RelNode> change) {
    List<RelNode> changed = new ArrayList<>();
    for (RelNode subquery : subqueries) {
      changed.add(change.apply(subquery));
    }
    return new RelQuery(change.apply(root), names, changed);
  }
}
