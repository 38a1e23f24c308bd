// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.exchange.Appender;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far each mapping of each tenancy is mirrored, kept beside the rows. A cursor is the highest
 * that was ever written, so that a late writer takes nobody back.
 */
final class MirrorCursors {

  static final long BEGINNING = -1;

  private static final String TABLE = "_stack_sync_metadata";

  private final Twinhouse house;

  MirrorCursors(Twinhouse house) {
    this.house = house;
  }

  /** Makes the table of cursors unless it is there. */
  void create() {
    house.execute(
        "CREATE TABLE IF NOT EXISTS "
            + TABLE
            + " (tenancy_id UUID, mapping_name String, last_synced_sequence_id Int64, updated_at"
            + " DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree(updated_at)"
            + " ORDER BY (tenancy_id, mapping_name)");
  }

  long read(Tenancy tenancy, MirrorMapping mapping) {
    QueryRequest request =
        QueryRequest.of(
                "SELECT count(), max(last_synced_sequence_id) FROM "
                    + TABLE
                    + " WHERE tenancy_id = {tenancy:UUID} AND mapping_name = {mapping:String}")
            .withParameters(Map.of("tenancy", tenancy.id().toString(), "mapping", mapping.name()));
    try (QueryResult result = house.query(request)) {
      List<@Nullable Object> row = result.rows().get(0);
      boolean known = !"0".equals(String.valueOf(row.get(0)));
      return known ? Long.parseLong(String.valueOf(row.get(1))) : BEGINNING;
    }
  }

  void write(Tenancy tenancy, MirrorMapping mapping, long cursor) {
    try (Appender rows =
        Appender.to(house, TABLE, "tenancy_id", "mapping_name", "last_synced_sequence_id")) {
      rows.append(tenancy.id(), mapping.name(), cursor);
    }
  }
}
