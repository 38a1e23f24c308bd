// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merge does besides what the engine asks for.
 *
 * @param now seconds since 1970, which tell the rows and values whose time has come
 * @param cleanup rows that say their key is deleted go
 * @param uniqueBy positions of columns of which equal rows stay once; null for no such wish
 */
public record MergeRules(long now, boolean cleanup, @Nullable List<Integer> uniqueBy) {

  public MergeRules {
    uniqueBy = uniqueBy == null ? null : List.copyOf(uniqueBy);
  }

  /** Whether rows may go that hide older ones elsewhere. */
  public boolean revives() {
    return cleanup || uniqueBy != null;
  }
}
