// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

/**
 * The samples before one point after the other, and what a counter had reached each time it began
 * anew among them. That is a sum which spans enter and leave as wholes, as on the server, so that
 * its roundings are the server's.
 */
final class GridWindow {

  private final GridRule rule;
  private final GridShape grid;
  private final Samples samples;
  private int from;
  private int to;
  private double resets;

  /** The samples must be sorted. */
  GridWindow(GridRule rule, GridShape grid, Samples samples) {
    this.rule = rule;
    this.grid = grid;
    this.samples = samples;
  }

  /** The first sample that counts. */
  int from() {
    return from;
  }

  /** Behind the last sample that counts. */
  int to() {
    return to;
  }

  double resets() {
    return resets;
  }

  /** On to a later point. */
  void move(long point) {
    while (to < samples.size() && samples.time(to) <= point) {
      int end = spanEnd(to);
      resets += to > from ? reset(to) : 0;
      resets += within(to, end);
      to = end;
    }
    while (from < to && grid.isOver(samples.time(from), point)) {
      int end = spanEnd(from);
      resets -= within(from, end);
      resets -= end < to ? reset(end) : 0;
      from = end;
    }
  }

  private int spanEnd(int start) {
    long span = grid.span(samples.time(start));
    int end = start + 1;
    while (end < samples.size() && grid.span(samples.time(end)) == span) {
      end++;
    }
    return end;
  }

  private double within(int start, int end) {
    double sum = 0;
    for (int i = start + 1; i < end && rule.minds(); i++) {
      sum += reset(i);
    }
    return sum;
  }

  /** What the counter had reached where it begins anew with a sample; else 0. */
  private double reset(int index) {
    double before = samples.value(index - 1);
    return rule.minds() && before > samples.value(index) ? before : 0;
  }
}
