// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.lookup.LookupAttribute;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupStatus;
import io.twinhouse.engine.lookup.Lookups;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of system.dictionaries. */
final class DictionaryRows {

  private DictionaryRows() {}

  static void fill(SystemRows rows, StoredObjects objects, Lookups lookups) {
    for (Table table : objects.tables()) {
      TableDefinition dictionary = table.definition();
      Lookup lookup =
          dictionary.isLookup()
              ? lookups.find(dictionary.name().database(), dictionary.name().table())
              : null;
      if (lookup != null) {
        add(rows, dictionary, lookup);
      }
    }
  }

  private static void add(SystemRows rows, TableDefinition dictionary, Lookup lookup) {
    LookupDefinition definition = lookup.definition();
    LookupStatus status = lookup.status();
    List<LookupAttribute> attributes = definition.attributes();
    boolean failed = status.failure() != null && !status.loaded();
    rows.add(
        "database", dictionary.name().database(),
        "name", dictionary.name().table(),
        "status", status.loaded() ? "LOADED" : failed ? "FAILED" : "NOT_LOADED",
        "origin", dictionary.name().toString(),
        "type", status.loaded() ? definition.layout().shown() : "",
        "key.names", definition.keys().stream().map(Field::name).toList(),
        "key.types", definition.keys().stream().map(key -> key.type().name()).toList(),
        "attribute.names", attributes.stream().map(LookupAttribute::name).toList(),
        "attribute.types", attributes.stream().map(a -> a.type().name()).toList(),
        "bytes_allocated", status.bytes(),
        "query_count", status.asked(),
        "hit_rate", status.loaded() ? 1.0 : 0.0,
        "found_rate", status.foundRate(),
        "element_count", definition.layout().isDirect() ? 0L : status.elements(),
        "source", status.loaded() ? definition.source() : "",
        "lifetime_min", definition.leastSeconds(),
        "lifetime_max", definition.mostSeconds(),
        "loading_start_time", seconds(status.read()),
        "last_successful_update_time", seconds(status.read()),
        "error_count", status.errors(),
        "loading_duration", status.nanos() / 1e9,
        "last_exception", status.failure() == null ? "" : status.failure(),
        "comment", dictionary.comment());
  }

  private static long seconds(@Nullable Instant time) {
    return time == null ? 0L : time.getEpochSecond();
  }
}
