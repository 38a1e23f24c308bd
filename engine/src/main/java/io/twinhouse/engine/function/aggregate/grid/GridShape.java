// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.function.aggregate.object.Numbers;

/**
 * A regular grid of points in time, and the window of samples before each of them.
 *
 * @param times arithmetic of timestamps
 * @param values arithmetic of values
 * @param ticks timestamps count so many to the second
 * @param start the first point, in ticks
 * @param step between two points, in ticks
 * @param window how far samples may lie before a point, in ticks; those that far away do not count
 * @param points how many there are
 */
record GridShape(
    Numbers times, Numbers values, long ticks, long start, long step, long window, int points) {

  /** The most points of a grid. */
  static final int MOST_POINTS = 0xFFFFFF;

  long point(int index) {
    return start + index * step;
  }

  /**
   * Which of the spans it belongs to that points and the beginnings of windows leave between them,
   * from the first window on; what lies between two windows is none.
   */
  long span(long time) {
    if (window < step) {
      return index(time);
    }
    long behind = time - (start - window) - 1;
    return isEven()
        ? behind / step
        : 2 * (behind / step) + (behind % step >= window % step ? 1 : 0);
  }

  /** How many spans there are. */
  long spans() {
    return window < step ? points : span(point(points - 1)) + 1;
  }

  /** Whether windows begin at points. */
  private boolean isEven() {
    return window % step == 0;
  }

  /** The first point at that time or behind it. */
  private long index(long time) {
    long distance = time - start;
    return distance <= 0 ? 0 : distance / step + (distance % step != 0 ? 1 : 0);
  }

  /** Whether a sample may count for a point. */
  boolean takes(long time) {
    boolean within = time <= point(points - 1) && time > start - window;
    return within && (window >= step || !isOver(time, start + index(time) * step));
  }

  boolean isOver(long time, long point) {
    return time + window <= point;
  }

  /** A number in the precision of the values. */
  double rounded(double value) {
    return values.isSingle() ? (float) value : value;
  }
}
