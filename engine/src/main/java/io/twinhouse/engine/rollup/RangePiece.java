// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import java.time.Instant;

/**
 * A piece of a range that one kind of rows answers.
 *
 * @param from the first moment inside
 * @param to the first moment outside
 */
public record RangePiece(Grain grain, Instant from, Instant to) {

  /** What rows a piece is read from, the finest first. */
  public enum Grain {
    EVENT,
    HOUR,
    DAY
  }
}
