// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

/** What a point of the grid is told by the samples of its window. */
enum GridRule {
  RATE(2),
  INCREASE(2),
  DELTA(2),
  INSTANT_RATE(2),
  INSTANT_DELTA(2),
  RESAMPLE(1),
  CHANGES(1),
  RESETS(1);

  /** Samples are "near" the end of a window up to so many times their usual distance. */
  private static final double NEAR = 1.1;

  private final int least;

  GridRule(int least) {
    this.least = least;
  }

  /** Whether a fall of the values means that a counter began anew. */
  boolean minds() {
    return this == RATE || this == INCREASE || this == INSTANT_RATE;
  }

  /**
   * Whether a window has an answer, which {@link #answer} gives.
   *
   * @param from the first sample of the window
   * @param to behind its last one
   */
  boolean answers(int from, int to) {
    return to - from >= least;
  }

  /**
   * The answer of a window.
   *
   * @param resets what the values had reached before each time they began anew
   */
  double answer(GridShape grid, Samples samples, int from, int to, long point, double resets) {
    return switch (this) {
      case RATE, INCREASE, DELTA -> extrapolated(grid, samples, from, to, point, resets);
      case INSTANT_RATE, INSTANT_DELTA -> instant(grid, samples, to);
      case RESAMPLE -> samples.value(to - 1);
      case CHANGES, RESETS -> grid.rounded((double) count(samples, from, to));
    };
  }

  /** As Prometheus goes on beyond the first and the last sample. */
  private double extrapolated(
      GridShape grid, Samples samples, int from, int to, long point, double resets) {
    double first = samples.value(from);
    double rise = grid.rounded(samples.value(to - 1) - first) + resets;
    long sampled = samples.time(to - 1) - samples.time(from);
    double distance = sampled / (double) (to - from - 1);
    double before = samples.time(from) - (point - grid.window());
    double behind = point - samples.time(to - 1);
    if (before >= distance * NEAR) {
      before = distance / 2;
    }
    if (minds() && rise > 0 && first >= 0) {
      double sinceZero = sampled * (first / rise);
      before = before < sinceZero ? before : sinceZero;
    }
    double covered = sampled + before;
    if (behind >= distance * NEAR) {
      behind = distance / 2;
    }
    covered += behind;
    double factor = covered / sampled;
    if (this == RATE) {
      factor = factor * grid.ticks() / grid.window();
    }
    return grid.rounded(rise * factor);
  }

  /** From the last two samples alone. */
  private double instant(GridShape grid, Samples samples, int to) {
    double last = samples.value(to - 1);
    double before = samples.value(to - 2);
    double rise = minds() && last < before ? last : grid.rounded(last - before);
    if (this == INSTANT_DELTA) {
      return rise;
    }
    double distance = grid.rounded((double) (samples.time(to - 1) - samples.time(to - 2)));
    return grid.rounded(grid.rounded(rise * grid.rounded((double) grid.ticks())) / distance);
  }

  private long count(Samples samples, int from, int to) {
    long count = 0;
    for (int i = from + 1; i < to; i++) {
      double before = samples.value(i - 1);
      double value = samples.value(i);
      count += this == RESETS ? value < before ? 1 : 0 : value != before ? 1 : 0;
    }
    return count;
  }
}
