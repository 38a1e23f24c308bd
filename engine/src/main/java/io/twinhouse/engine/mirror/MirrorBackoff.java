// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import java.time.Duration;
import java.util.List;

/**
 * How long a scheduler waits before the next run: {@code usual} after a run without a failure,
 * twice as long after each that failed, never longer than {@code longest}. Immutable.
 */
public record MirrorBackoff(Duration usual, Duration longest, int failures) {

  public static MirrorBackoff of(Duration usual, Duration longest) {
    return new MirrorBackoff(usual, longest, 0);
  }

  /** What comes after a run. */
  public MirrorBackoff after(List<MirrorProgress> run) {
    boolean failed = run.stream().anyMatch(progress -> progress.failure() != null);
    return new MirrorBackoff(usual, longest, failed ? failures + 1 : 0);
  }

  public Duration delay() {
    Duration delay = usual;
    for (int i = 0; i < failures && delay.compareTo(longest) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
