// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.frontend.QueryEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last queries that began and ended. Thread-safe. */
final class QueryLog {

  private static final int MOST_ENTRIES = 2000;
  private static final long MOST_CHARACTERS = 1 << 20;

  private final Deque<QueryEntry> entries = new ArrayDeque<>();
  private long characters;

  synchronized void add(QueryEntry entry) {
    entries.addLast(entry);
    characters += size(entry);
    while (entries.size() > MOST_ENTRIES || (characters > MOST_CHARACTERS && entries.size() > 1)) {
      characters -= size(entries.removeFirst());
    }
  }

  private static long size(QueryEntry entry) {
    return (long) entry.sql().length() + entry.exception().length();
  }

  synchronized List<QueryEntry> entries() {
    return List.copyOf(entries);
  }
}
