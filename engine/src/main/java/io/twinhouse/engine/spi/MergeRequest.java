// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What OPTIMIZE asks for.
 *
 * @param everything whether single parts are merged anew too
 * @param partition which parts; null for all
 * @param cleanup whether rows that say their key is deleted go
 * @param uniqueBy columns of which equal rows are to be there once; null for no such wish
 */
public record MergeRequest(
    boolean everything,
    @Nullable PartitionChoice partition,
    boolean cleanup,
    @Nullable List<String> uniqueBy) {

  public MergeRequest {
    uniqueBy = uniqueBy == null ? null : List.copyOf(uniqueBy);
  }

  /** Merges and wishes for nothing else. */
  public static MergeRequest plain(boolean everything) {
    return new MergeRequest(everything, null, false, null);
  }
}
