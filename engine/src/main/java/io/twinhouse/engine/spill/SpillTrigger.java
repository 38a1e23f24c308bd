// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

/** Tells one operator when its state is to go to disk. Thread-safe. */
public final class SpillTrigger {

  /** Under pressure from other queries states below this stay where they are. */
  static final long MOST_KEPT = 8L << 20;

  private final long bytes;
  private final double ratio;
  private final SpillSpace space;

  SpillTrigger(long bytes, double ratio, SpillSpace space) {
    this.bytes = bytes;
    this.ratio = ratio;
    this.space = space;
  }

  /** Whether a state that holds {@code held} bytes is to be spilled now. */
  public boolean wants(long held) {
    return (bytes > 0 && held > bytes) || (ratio > 0 && space.isPressed(ratio, held));
  }
}
