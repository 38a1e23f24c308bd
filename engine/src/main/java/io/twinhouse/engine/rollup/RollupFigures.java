// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import java.util.List;

/**
 * The sums of one key or of one bucket.
 *
 * @param point the key, or the bucket's first moment as ISO text
 * @param measures in the order of the definition
 */
public record RollupFigures(String point, List<Long> measures) {
  public RollupFigures {
    measures = List.copyOf(measures);
  }
}
