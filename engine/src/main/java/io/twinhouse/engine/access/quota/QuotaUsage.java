// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is used up of a quota by those with one key. Immutable.
 *
 * @param quota its id
 */
public record QuotaUsage(UUID quota, String name, String key, List<Used> intervals) {

  public QuotaUsage {
    intervals = List.copyOf(intervals);
  }

  /**
   * One interval.
   *
   * @param endSeconds when it ends, seconds since 1970
   * @param counts by resource; what is missing was not used
   */
  public record Used(QuotaInterval interval, long endSeconds, Map<QuotaResource, Long> counts) {
    public Used {
      counts = Map.copyOf(counts);
    }
  }
}
