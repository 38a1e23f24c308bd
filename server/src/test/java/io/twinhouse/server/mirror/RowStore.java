// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mirror;

import io.twinhouse.engine.mirror.ChangeSource;
import io.twinhouse.engine.mirror.MirrorMapping;
import io.twinhouse.engine.mirror.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a row store would say: live rows and tombstones by sequence, from 1 in steps of 11, the
 * newest state of each key once and older tombstones never again.
 */
final class RowStore implements ChangeSource {

  static final Instant DELETED_AT = Instant.parse("2026-06-20T10:00:00Z");

  private final Map<String, TreeMap<Long, Map<String, Object>>> changes = new TreeMap<>();
  private final Map<String, Long> newest = new TreeMap<>();
  private long next = 1;
  int asked;
  String broken = "";

  /** Puts a row; columns that are not given are what a column takes for nothing. */
  Map<String, Object> put(MirrorMapping mapping, Tenancy tenancy, Map<String, ?> values) {
    Map<String, Object> row = mapping.tombstone(tenancy, values, next, DELETED_AT);
    row.putAll(values);
    row.put(MirrorMapping.DELETED, false);
    add(mapping, tenancy, row);
    return row;
  }

  void delete(MirrorMapping mapping, Tenancy tenancy, Map<String, ?> key) {
    add(mapping, tenancy, mapping.tombstone(tenancy, key, next, DELETED_AT));
  }

  /** Adds a change as it is, under the next sequence. */
  void add(MirrorMapping mapping, Tenancy tenancy, Map<String, Object> row) {
    String log = mapping.name() + tenancy.id();
    String key = log + mapping.key().stream().map(row::get).toList();
    Long before = newest.put(key, next);
    TreeMap<Long, Map<String, Object>> all = changes.computeIfAbsent(log, l -> new TreeMap<>());
    if (before != null) {
      all.remove(before);
    }
    all.put(next, row);
    next += 11;
  }

  /** A cell changed behind the mirror's back, without a new sequence. */
  void spoil(MirrorMapping mapping, Tenancy tenancy, long sequence, String column, Object value) {
    changes.get(mapping.name() + tenancy.id()).get(sequence).put(column, value);
  }

  void forget(MirrorMapping mapping, Tenancy tenancy, long sequence) {
    changes.get(mapping.name() + tenancy.id()).remove(sequence);
  }

  @Override
  public List<Map<String, Object>> changes(
      MirrorMapping mapping, Tenancy tenancy, long after, int limit) {
    asked++;
    if (mapping.name().equals(broken)) {
      return List.of(Map.of());
    }
    List<Map<String, Object>> page = new ArrayList<>();
    changes
        .getOrDefault(mapping.name() + tenancy.id(), new TreeMap<>())
        .tailMap(after, false)
        .values()
        .stream()
        .limit(limit)
        .forEach(row -> page.add(new LinkedHashMap<>(row)));
    return page;
  }
}
