// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.rollup.Rollup;
import io.twinhouse.engine.rollup.RollupRetention;
import java.time.Instant;
import java.util.List;

/** What only the keeper of the sites may do. Thread-safe. */
public final class SiteAdmin {

  private final Twinhouse house;
  private final SiteReads reads;
  private final SiteRetries retries;

  SiteAdmin(Twinhouse house, SiteReads reads, SiteRetries retries) {
    this.house = house;
    this.reads = reads;
    this.retries = retries;
  }

  /**
   * The values of a property of one kind of event, the most frequent first. Reads every such event
   * of the range.
   *
   * @param limit at most 256
   */
  public List<PropertyShare> properties(String event, String property, SiteRange range, int limit) {
    return reads.properties(event, property, range, limit);
  }

  /** Puts the sums of like keys into one row each: one run, which ends. */
  public void compact() {
    Rollup.of(house, SiteTables.SUMS).compact();
  }

  /** Lets go of what is older; see {@link RollupRetention#run}. */
  public RollupRetention.Deleted forget(Instant before, int limit) {
    return RollupRetention.of(house, SiteTables.SUMS).run(before, limit);
  }

  /** See {@link SiteRetries#reset}. */
  public int retryFailed(int limit, Instant now) {
    return retries.reset(limit, now);
  }
}
