// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import java.util.Set;

/**
 * A site whose events are taken.
 *
 * @param origins from which trackers may write, as browsers spell them; any if there are none
 * @param active whether its events are taken now
 * @param writeKey SHA-256 of the key of its trackers, in hex
 * @param readKey likewise of the key of its dashboards
 * @param adminKey likewise of its keeper's
 */
public record Site(
    String id,
    Set<String> origins,
    boolean active,
    String writeKey,
    String readKey,
    String adminKey) {

  public Site {
    origins = Set.copyOf(origins);
  }
}
