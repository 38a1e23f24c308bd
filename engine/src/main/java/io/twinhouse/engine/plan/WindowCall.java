// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One window function.
 *
 * @param name ClickHouse's name in lower camel case as registered ({@code lagInFrame}, {@code
 *     row_number}, or the aggregate's name)
 * @param aggregate the aggregate to run over the frame, or null for a ranking or offset function
 * @param arguments columns of the input
 */
public record WindowCall(
    String name,
    @Nullable BoundAggregate aggregate,
    List<Integer> arguments,
    Frame frame,
    Type type) {

  public WindowCall {
    arguments = List.copyOf(arguments);
  }

  /**
   * Which rows of the partition a row sees.
   *
   * @param rows true for ROWS, false for RANGE
   */
  public record Frame(boolean rows, Bound start, Bound end) {

    /** RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW. */
    public static final Frame DEFAULT = new Frame(false, Bound.UNBOUNDED_PRECEDING, Bound.CURRENT);
  }

  /**
   * One end of a frame.
   *
   * @param current CURRENT ROW, which for a RANGE differs from a distance of 0 where keys are NULL
   * @param offset rows or range before (negative) or after the current row; ignored if unbounded
   */
  public record Bound(boolean unbounded, boolean current, long offset) {

    public static final Bound UNBOUNDED_PRECEDING = new Bound(true, false, -1);
    public static final Bound UNBOUNDED_FOLLOWING = new Bound(true, false, 1);
    public static final Bound CURRENT = new Bound(false, true, 0);

    /** An end at a distance from the current row. */
    public static Bound at(long offset) {
      return new Bound(false, false, offset);
    }

    /** Whether the end of a RANGE is at a distance from the current row's key. */
    public boolean measured() {
      return !unbounded && !current;
    }
  }
}
