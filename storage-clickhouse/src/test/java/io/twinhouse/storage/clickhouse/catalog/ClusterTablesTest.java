// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.TypeParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of a cluster, as a server's catalog tells of them, are declared again as they were. */
final class ClusterTablesTest {

  private static final List<ColumnDefinition> COLUMNS =
      List.of(
          ColumnDefinition.plain("id", TypeParser.parse("UUID")),
          ColumnDefinition.plain("version", TypeParser.parse("UInt64")));

  @Test
  void replicatedTablesKeepPathReplicaAndVersion() {
    String full =
        "ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)"
            + " PARTITION BY toYYYYMM(at) ORDER BY id TTL at + toIntervalDay(90)"
            + " SETTINGS index_granularity = 8192, storage_policy = 'it\\'s'";
    EngineClause engine = EngineClause.parse(full);
    assertThat(engine.arguments())
        .containsExactly("'/clickhouse/tables/{uuid}/{shard}'", "'{replica}'", "version");
    assertThat(engine.ttl()).isEqualTo("at + toIntervalDay(90)");
    TableDefinition table = table("ReplicatedReplacingMergeTree", engine, List.of("id"));
    assertThat(table.supportsFinal()).isTrue();
    assertThat(Ddl.createTable(table))
        .isEqualTo(
            "CREATE TABLE `default`.`t` (`id` UUID, `version` UInt64) ENGINE ="
                + " ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}',"
                + " '{replica}', version) ORDER BY id TTL at + toIntervalDay(90) SETTINGS"
                + " index_granularity = 8192, storage_policy = 'it\\'s'");
  }

  @Test
  void distributedTablesKeepClusterTargetAndShardingKey() {
    EngineClause engine =
        EngineClause.parse(
            "Distributed('main', 'analytics', 'events', cityHash64(project_id, user_id), 'policy')"
                + " SETTINGS fsync_after_insert = 1");
    assertThat(engine.arguments())
        .containsExactly(
            "'main'", "'analytics'", "'events'", "cityHash64(project_id, user_id)", "'policy'");
    TableDefinition table = table("Distributed", engine, List.of());
    assertThat(table.supportsFinal()).isTrue();
    assertThat(Ddl.createTable(table))
        .isEqualTo(
            "CREATE TABLE `default`.`t` (`id` UUID, `version` UInt64) ENGINE ="
                + " Distributed('main', 'analytics', 'events', cityHash64(project_id, user_id),"
                + " 'policy') SETTINGS fsync_after_insert = 1");
  }

  @Test
  void anEngineWithoutArgumentsHasNone() {
    EngineClause engine = EngineClause.parse("ReplicatedMergeTree ORDER BY (id, version)");
    assertThat(engine.arguments()).isEmpty();
    TableDefinition table = table("ReplicatedMergeTree", engine, List.of("id", "version"));
    assertThat(table.supportsFinal()).isFalse();
    assertThat(Ddl.createTable(table))
        .endsWith("ENGINE = ReplicatedMergeTree ORDER BY (id, version)");
  }

  private static TableDefinition table(String kind, EngineClause engine, List<String> orderBy) {
    Map<String, String> settings = engine.settings();
    return new TableDefinition(
        new TableName("default", "t"),
        COLUMNS,
        kind,
        engine.arguments(),
        orderBy,
        orderBy,
        null,
        null,
        engine.ttl(),
        settings,
        "");
  }
}
