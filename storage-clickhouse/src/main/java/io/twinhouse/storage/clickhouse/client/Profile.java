// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Settings that go with every statement unless the address or the statement sets the same. */
public enum Profile {
  /**
   * For dashboards on a server that others use, too: one query fails by itself before it brings the
   * server into need, all queries of the user together stay below that point, groupings spill at
   * half of a query's cap since merging what was spilt takes memory again, and joins begin with the
   * algorithm that spills. No thread holds memory that is not counted, so that a query's peak is
   * the same number each time.
   */
  METRICS(
      Map.of(
          "max_memory_usage", "8000000000",
          "max_memory_usage_for_user", "9000000000",
          "max_bytes_before_external_group_by", "4000000000",
          "join_algorithm", "grace_hash,parallel_hash,hash",
          "max_untracked_memory", "0")),
  /** Nothing but what the server has for the user; for one that may not change settings. */
  NONE(Map.of());

  @SuppressWarnings("ImmutableEnumChecker") // Map.of makes it immutable
  private final Map<String, String> settings;

  Profile(Map<String, String> settings) {
    this.settings = settings;
  }

  public Map<String, String> settings() {
    return settings;
  }

  /** The profile that an address names with {@code profile=}; METRICS when it names none. */
  static Profile take(Map<String, String> options) {
    String name = options.remove("profile");
    return name == null
        ? METRICS
        : Arrays.stream(values())
            .filter(profile -> profile.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst()
            .orElseThrow(
                () -> Endpoint.malformed("profile is '" + name + "' and neither metrics nor none"));
  }
}
