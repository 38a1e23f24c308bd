// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;

/**
 * GROUP BY.
 *
 * @param sets one list of keys, or for {@link Kind#GROUPING_SETS} one list for each set; empty for
 *     {@link Kind#ALL}
 * @param totals {@code WITH TOTALS}
 */
public record GroupBy(Position position, Kind kind, List<List<Expr>> sets, boolean totals)
    implements Node {

  /** How the keys make groups. */
  public enum Kind {
    /** No keys: one group, written only for {@code WITH TOTALS}. */
    NONE,
    PLAIN,
    ALL,
    ROLLUP,
    CUBE,
    GROUPING_SETS
  }

  public GroupBy {
    sets = sets.stream().map(List::copyOf).toList();
  }

  /** The keys of all but GROUPING SETS and ALL. */
  public List<Expr> keys() {
    if (kind == Kind.GROUPING_SETS) {
      throw new IllegalStateException("grouping sets have no one list of keys");
    }
    return sets.isEmpty() ? List.of() : sets.get(0);
  }
}
