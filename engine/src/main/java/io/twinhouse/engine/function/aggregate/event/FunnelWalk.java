// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

/** Goes along the events of a group in order of time and tells how far the funnel was followed. */
final class FunnelWalk {

  /** The event did not end the walk. */
  static final int GOES_ON = -1;

  private final FunnelMode mode;
  private final boolean[] reached;

  /** When the chain began that reached each condition, and its event; set where reached. */
  private final long[] starts;

  private final long[] latest;
  private boolean begun;

  FunnelWalk(FunnelMode mode) {
    this.mode = mode;
    reached = new boolean[mode.conditions()];
    starts = new long[mode.conditions()];
    latest = new long[mode.conditions()];
  }

  /** The level if this event ends the walk, else {@link #GOES_ON}; step -1 meets no condition. */
  int take(long time, int step) {
    if (mode.order() && step == -1) {
      return begun ? highest() : GOES_ON;
    }
    if (step == 0) {
      begun = true;
      return reach(0, time, time);
    }
    if (mode.deduplication() && reached[step]) {
      return highest();
    }
    if (mode.order() && begun && !reached[step - 1]) {
      return mode.reentry() ? GOES_ON : firstGap();
    }
    boolean follows = reached[step - 1] && mode.follows(starts[step - 1], latest[step - 1], time);
    return follows ? reach(step, starts[step - 1], time) : GOES_ON;
  }

  private int reach(int step, long start, long time) {
    reached[step] = true;
    starts[step] = start;
    latest[step] = time;
    return step > 0 && step + 1 == mode.conditions() ? mode.conditions() : GOES_ON;
  }

  int highest() {
    int level = reached.length;
    while (level > 0 && !reached[level - 1]) {
      level--;
    }
    return level;
  }

  private int firstGap() {
    int level = 0;
    while (reached[level]) {
      level++;
    }
    return level;
  }
}
