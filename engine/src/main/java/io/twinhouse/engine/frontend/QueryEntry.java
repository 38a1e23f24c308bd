// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import java.time.Instant;

/**
 * A query that runs or ran.
 *
 * @param stage where it stands, or what about it was noted down
 * @param heldBytes of memory at this moment
 * @param cancelled whether somebody asked it to stop
 * @param exceptionCode 0 if it did not fail
 * @param exception empty if it did not fail
 */
public record QueryEntry(
    String id,
    String user,
    String sql,
    String database,
    Stage stage,
    Instant start,
    long elapsedNanos,
    Figures figures,
    long heldBytes,
    boolean cancelled,
    int exceptionCode,
    String exception) {

  /** Where a query stands; the names are those of the server's log. */
  public enum Stage {
    RUNNING("Running"),
    START("QueryStart"),
    FINISH("QueryFinish"),
    FAILED_BEFORE_START("ExceptionBeforeStart"),
    FAILED("ExceptionWhileProcessing");

    private final String text;

    Stage(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * What a query did so far.
   *
   * @param rowsToRead about how many rows all its scans will look at, as far as they have begun; 0
   *     if that is not known
   */
  public record Figures(
      long readRows,
      long readBytes,
      long writtenRows,
      long resultRows,
      long peakBytes,
      long rowsToRead) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    /** How many rows a granule has at most, unless its table says otherwise. */
    private static final long GRANULE_ROWS = 8192;

    /** About how many rows are in so many granules, of which these have been read. */
    public static long rowsOf(long granules, long readRows) {
      return Math.max(readRows, granules * GRANULE_ROWS);
    }
  }
}
