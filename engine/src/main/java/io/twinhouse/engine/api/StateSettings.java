// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.exec.task.StateLimits;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.spill.SpillThresholds;
import java.util.List;
import java.util.Locale;

/** What settings say about the states of a query's operators. */
final class StateSettings {

  private StateSettings() {}

  static StateLimits limits(Settings of) {
    SizeLimit grouping =
        new SizeLimit(of.number("max_rows_to_group_by"), 0, overflow(of, "group_by_overflow_mode"));
    StateLimits limits =
        new StateLimits(
            grouping,
            limit(of, "to_sort", "sort_overflow_mode"),
            limit(of, "in_distinct", "distinct_overflow_mode"),
            isJoinLimited(of) ? limit(of, "in_join", "join_overflow_mode") : SizeLimit.NONE,
            new SizeLimit(of.number("max_rows_in_set"), 0, SizeLimit.Overflow.THROW));
    return knowsBlocks(of) ? limits : limits.orRefusal();
  }

  /** What scans may touch. */
  static SizeLimit reading(Settings of) {
    SizeLimit limit =
        new SizeLimit(
            of.number("max_rows_to_read"),
            of.number("max_bytes_to_read"),
            overflow(of, "read_overflow_mode"));
    return knowsBlocks(of) ? limit : limit.orRefusal();
  }

  /**
   * Operators count other bytes than the server's, so that a limit of bytes is never where its is.
   */
  private static SizeLimit limit(Settings of, String what, String mode) {
    long bytes = of.number("max_bytes_" + what);
    SizeLimit limit = new SizeLimit(of.number("max_rows_" + what), bytes, overflow(of, mode));
    return bytes == 0 ? limit : limit.orRefusal();
  }

  /** Whether batches can be the server's blocks: it has one thread and blocks of that size. */
  private static boolean knowsBlocks(Settings of) {
    return of.number("max_block_size") == Batch.ROWS && of.text("max_threads").equals("1");
  }

  /** Whether the server's join is held to limits, by the algorithm that it takes. */
  private static boolean isJoinLimited(Settings of) {
    List<String> algorithms = List.of(of.text("join_algorithm").split(" *, *"));
    if (algorithms.stream().anyMatch(List.of("hash", "auto", "default")::contains)) {
      return !isGrace(of);
    }
    return algorithms.contains("parallel_hash")
        && overflow(of, "join_overflow_mode") == SizeLimit.Overflow.THROW;
  }

  private static SizeLimit.Overflow overflow(Settings of, String setting) {
    String mode = of.text(setting);
    return SizeLimit.Overflow.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  /** Whether joins go to disk at the limits at which others fail. */
  private static boolean isGrace(Settings of) {
    return of.text("join_algorithm").startsWith("grace_hash");
  }

  static SpillThresholds thresholds(Settings of) {
    SpillThresholds.Threshold joining = threshold(of, "join");
    if (isGrace(of)) {
      long rows = of.number("max_rows_in_join");
      long bytes = of.number("max_bytes_in_join");
      // rows of a join are seldom narrower than two words
      long fromRows = rows == 0 ? Long.MAX_VALUE : Math.multiplyExact(16, Math.min(rows, 1L << 40));
      long least = Math.min(bytes == 0 ? Long.MAX_VALUE : bytes, fromRows);
      if (least != Long.MAX_VALUE) {
        joining = new SpillThresholds.Threshold(least, joining.ratio());
      }
    }
    return new SpillThresholds(threshold(of, "group_by"), threshold(of, "sort"), joining);
  }

  private static SpillThresholds.Threshold threshold(Settings of, String what) {
    String name = "max_bytes_ratio_before_external_" + what;
    double ratio = Double.parseDouble(of.text(name));
    if (ratio < 0 || ratio >= 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Setting " + name + " should be >= 0 and < 1 (" + of.text(name) + ")");
    }
    return new SpillThresholds.Threshold(of.number("max_bytes_before_external_" + what), ratio);
  }
}
