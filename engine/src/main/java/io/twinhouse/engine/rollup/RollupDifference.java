// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import java.time.Instant;
import java.util.List;

/**
 * A sum that is not what the events say.
 *
 * @param events the measures as the events add up to; empty if no event is in the key
 * @param kept the measures as they are kept; empty if none are
 */
public record RollupDifference(
    RangePiece.Grain grain,
    Instant bucket,
    String dimension,
    String key,
    List<Long> events,
    List<Long> kept) {

  public RollupDifference {
    events = List.copyOf(events);
    kept = List.copyOf(kept);
  }

  @Override
  public String toString() {
    return RollupSql.word(grain)
        + " "
        + bucket
        + ", "
        + dimension
        + " '"
        + key
        + "': the events add up to "
        + events
        + ", kept is "
        + kept;
  }
}
