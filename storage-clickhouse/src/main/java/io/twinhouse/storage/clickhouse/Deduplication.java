// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.storage.clickhouse.client.Repetition;
import java.util.Map;
import java.util.Set;

/**
 * Whether a server drops rows that come a second time: it remembers a hash of each block, or the
 * setting {@code insert_deduplication_token} in its place, for tables that are told to. Replicated
 * tables do so unless told not to, plain ones only with {@code
 * non_replicated_deduplication_window}; of other engines, Distributed among them, nothing is known.
 */
final class Deduplication {
  private static final Set<String> OFF = Set.of("0", "false", "disable");

  private Deduplication() {}

  static Repetition of(TableDefinition table, Map<String, String> settings) {
    boolean asynchronous = !OFF.contains(settings.getOrDefault("async_insert", "0"));
    boolean off =
        OFF.contains(settings.getOrDefault("deduplicate_insert", "enable"))
            || OFF.contains(settings.getOrDefault("insert_deduplicate", "1"));
    return !asynchronous && !off && remembers(table) ? Repetition.SAFE : Repetition.UNSAFE;
  }

  private static boolean remembers(TableDefinition table) {
    String engine = table.engine();
    if (!engine.endsWith("MergeTree")) {
      return false;
    }
    boolean replicated = engine.startsWith("Replicated") || engine.startsWith("Shared");
    String window =
        replicated ? "replicated_deduplication_window" : "non_replicated_deduplication_window";
    return !OFF.contains(table.settings().getOrDefault(window, replicated ? "1" : "0"));
  }
}
