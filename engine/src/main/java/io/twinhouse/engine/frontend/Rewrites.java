// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rewrites a metric asks for. Each is one planner rule and leaves a note in the statement.
 *
 * @param window bound every scan of a table with this time column, or null
 * @param allHistory aliases of scans that must not be bounded
 * @param hashedDistinct count distinct strings by their sipHash64
 * @param sample keep one key in N on every scan that carries the key, or null
 * @param guard what happens to high-cardinality grouping over an unbounded scan
 * @param shared compute a grouping that the query joins more than once only once
 * @param latest how the newest version of each key is found
 */
public record Rewrites(
    @Nullable Window window,
    Set<String> allHistory,
    boolean hashedDistinct,
    @Nullable Sample sample,
    Guard guard,
    boolean shared,
    Latest latest) {

  public static final Rewrites NONE =
      new Rewrites(null, Set.of(), false, null, Guard.OFF, false, Latest.FINAL);

  public Rewrites {
    allHistory = Set.copyOf(allHistory);
  }

  /** These rewrites and that guard. */
  public Rewrites withGuard(Guard wanted) {
    return new Rewrites(window, allHistory, hashedDistinct, sample, wanted, shared, latest);
  }

  /**
   * A half-open time window.
   *
   * @param column name of the time column
   * @param since ClickHouse expression text of the lower bound, inclusive
   * @param until ClickHouse expression text of the upper bound, exclusive
   */
  public record Window(String column, String since, String until) {}

  /**
   * Consistent sampling: {@code cityHash64(column) % oneIn = 0} on every scan with that column;
   * counts are scaled by {@code oneIn}.
   */
  public record Sample(String column, int oneIn) {}

  /** What the guard does. */
  public enum Guard {
    OFF,
    WARN,
    REFUSE
  }

  /** How a query that says FINAL gets the newest version of each key. */
  public enum Latest {
    /** As the house reads FINAL. */
    FINAL,
    /**
     * Grouped by the key, as argMax by the version column: nothing is merged while reading. Of two
     * rows with one key and one version FINAL takes the one inserted last, argMax any of them.
     */
    ARG_MAX
  }
}
