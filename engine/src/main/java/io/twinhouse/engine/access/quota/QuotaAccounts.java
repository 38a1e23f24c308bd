// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All accounts by quota and key, for as long as the engine is open. Thread-safe. */
public final class QuotaAccounts {

  /** Clients may name any key, and what is counted by it must not fill the memory. */
  private static final int MOST_KEYS = 10_000;

  private final Clock clock;
  private final Map<UUID, Map<String, QuotaAccount>> byQuota = new ConcurrentHashMap<>();

  public QuotaAccounts(Clock clock) {
    this.clock = clock;
  }

  /** The account of a key, which begins empty. */
  public synchronized QuotaAccount account(
      UUID quota, String name, List<QuotaInterval> intervals, String key) {
    Map<String, QuotaAccount> keys = byQuota.computeIfAbsent(quota, id -> new TreeMap<>());
    QuotaAccount known = keys.get(key);
    if (known != null) {
      // a query that read the quotas just before a change may have made it by the old limits
      known.define(name, intervals);
      return known;
    }
    if (keys.size() >= MOST_KEYS) {
      keys.keySet().remove(keys.keySet().iterator().next());
    }
    QuotaAccount account = new QuotaAccount(quota, key, clock);
    account.define(name, intervals);
    keys.put(key, account);
    return account;
  }

  /** A quota was changed: its accounts go on by the new limits. */
  public synchronized void define(UUID quota, String name, List<QuotaInterval> intervals) {
    byQuota
        .getOrDefault(quota, Map.of())
        .values()
        .forEach(account -> account.define(name, intervals));
  }

  /** A quota is gone. */
  public synchronized void forget(UUID quota) {
    byQuota.remove(quota);
  }

  /** What is used of all of them. */
  public synchronized List<QuotaUsage> usage() {
    List<QuotaUsage> all = new ArrayList<>();
    byQuota.values().forEach(keys -> keys.values().forEach(account -> all.add(account.usage())));
    return all;
  }
}
