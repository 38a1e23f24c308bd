// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.plan.RowCount;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code limit} and {@code offset}, 0 where they are not set: they hold for the rows
 * that LIMIT and OFFSET of a SELECT leave, and for none of its sub-queries.
 */
record LimitSettings(long limit, long offset) {

  static final Set<String> NAMES = Set.of("limit", "offset");

  static LimitSettings of(AnalysisContext context) {
    return new LimitSettings(rows(context.setting("limit")), rows(context.setting("offset")));
  }

  /** A number beyond a long is that of all rows. */
  private static long rows(@Nullable String setting) {
    if (setting == null) {
      return 0;
    }
    try {
      long rows = Long.parseUnsignedLong(setting);
      return rows < 0 ? Long.MAX_VALUE : rows;
    } catch (NumberFormatException e) {
      throw Failures.of(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "The setting limit or offset is " + setting + " and no number of 64 bits");
    }
  }

  boolean areSet() {
    return limit != 0 || offset != 0;
  }

  RowCount offset(RowCount written) {
    if (!areSet()) {
      return written;
    }
    long rows = first(written) + offset;
    return new RowCount.First(rows < 0 ? Long.MAX_VALUE : rows);
  }

  RowCount count(RowCount written) {
    if (!areSet()) {
      return written;
    }
    long rows = first(written);
    long left = rows == Long.MAX_VALUE ? rows : Math.max(0, rows - offset);
    return new RowCount.First(limit == 0 ? left : Math.min(left, limit));
  }

  private static long first(RowCount written) {
    if (written instanceof RowCount.First first) {
      return first.rows();
    }
    throw Failures.notImplemented(
        "A negative or fractional LIMIT or OFFSET beside the setting limit or offset");
  }
}
