// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

/**
 * When a query's operators spill.
 *
 * @param grouping for GROUP BY, DISTINCT, LIMIT BY, INTERSECT and EXCEPT
 * @param sorting for ORDER BY and windows
 * @param joining for the right side of joins
 */
public record SpillThresholds(Threshold grouping, Threshold sorting, Threshold joining) {

  public static final SpillThresholds NONE =
      new SpillThresholds(Threshold.NEVER, Threshold.NEVER, Threshold.NEVER);

  /** What is to be spilled. */
  public enum Use {
    GROUPING,
    SORTING,
    JOINING
  }

  /**
   * One kind's threshold.
   *
   * @param bytes of state, 0 for no threshold
   * @param ratio of the memory that was left to the user and the server when the query started, 0
   *     for no threshold
   */
  public record Threshold(long bytes, double ratio) {

    public static final Threshold NEVER = new Threshold(0, 0);
  }

  Threshold of(Use use) {
    return switch (use) {
      case GROUPING -> grouping;
      case SORTING -> sorting;
      case JOINING -> joining;
    };
  }
}
