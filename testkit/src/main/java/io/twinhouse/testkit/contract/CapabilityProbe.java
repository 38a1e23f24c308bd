// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.TypeParser;
import java.util.List;
import java.util.function.UnaryOperator;

/** The least that must work for a capability to be claimed; no probe looks at the claims. */
final class CapabilityProbe {
  private final House house;
  private final UnaryOperator<House> reopen;

  /**
   * @param reopen closes a house and opens the same place again
   */
  CapabilityProbe(House house, UnaryOperator<House> reopen) {
    this.house = house;
    this.reopen = reopen;
  }

  /** Ends normally when the house can do it; otherwise with the house's refusal or a failure. */
  void run(Capability capability) {
    switch (capability) {
      case SCAN -> scan();
      case SQL -> assertThat(house.query("SELECT 1 + 1")).isEqualTo(List.of(List.of(2L)));
      case DDL -> ddl();
      case INSERT -> insert();
      case FINAL -> finalRead();
      case JSON -> json();
      case VIEW -> view();
      case PERSISTENT -> persistent();
      case REPEATABLE_PEAK -> repeatablePeak();
    }
  }

  private void scan() {
    TableDefinition table = house.mergeTree("scanned", "id UInt64");
    house.insert(table, List.of(1));
    List<ColumnRead> reads = List.of(ColumnRead.of("id", TypeParser.parse("UInt64")));
    assertThat(house.scan(table, House.request(reads, null, false, 1, house.memory)))
        .isEqualTo(List.of(List.of(1L)));
  }

  private void ddl() {
    String other = house.database + "_ddl";
    house.storage.createDatabase(other);
    assertThat(house.storage.databases()).contains(other);
    TableDefinition table = house.mergeTree("made", "id UInt64");
    assertThat(house.storage.table(table.name())).isPresent();
    house.storage.drop(table.name());
    assertThat(house.storage.table(table.name())).isEmpty();
    house.storage.dropDatabase(other);
    assertThat(house.storage.databases()).doesNotContain(other);
  }

  private void insert() {
    TableDefinition table = house.mergeTree("filled", "id UInt64", "name String");
    try (BatchSink sink = house.storage.insert(table.name(), table.schema().names())) {
      sink.add(House.batch(table.schema().types(), List.of(List.of(1, "a"), List.of(2, "b"))));
      assertThat(sink.commit()).isEqualTo(2);
    }
    assertThat(house.read(table)).isEqualTo(List.of(List.of(1L, "a"), List.of(2L, "b")));
  }

  private void finalRead() {
    TableDefinition table =
        house.create(
            House.partitioned(
                house.define(
                    "replaced",
                    "ReplacingMergeTree",
                    List.of("version"),
                    List.of("id"),
                    "id UInt64",
                    "version UInt64",
                    "month UInt32"),
                "month"));
    house.insert(table, List.of(1, 1, 202601));
    house.insert(table, List.of(1, 2, 202602));
    assertThat(house.read(table, true)).isEqualTo(List.of(List.of(1L, 2L, 202602L)));
  }

  private void json() {
    TableDefinition table = house.mergeTree("documents", "id UInt64", "data JSON");
    house.insert(table, List.of(1, "{\"a\":{\"b\":\"x\"}}"));
    List<ColumnRead> reads =
        List.of(new ColumnRead("data", List.of("a", "b"), TypeParser.parse("Nullable(String)")));
    assertThat(house.read(table, reads, false)).isEqualTo(List.of(List.of("x")));
  }

  private void view() {
    TableName name = house.name("one");
    house.storage.createView(new ViewDefinition(name, "SELECT 1 AS one", ""), false);
    assertThat(house.storage.view(name).orElseThrow().query()).isEqualTo("SELECT 1 AS one");
  }

  private void persistent() {
    TableDefinition table = house.mergeTree("kept", "id UInt64");
    house.insert(table, List.of(7));
    House again = reopen.apply(house);
    assertThat(again.storage.table(table.name())).isPresent();
    assertThat(again.read(table)).isEqualTo(List.of(List.of(7L)));
  }

  private void repeatablePeak() {
    TableDefinition table = house.mergeTree("measured", "id UInt64", "name String");
    house.insert(table, List.of(1, "a"), List.of(2, "b"));
    // The first read may fill caches whose bytes are counted once.
    house.peakOfReading(table);
    long peak = house.peakOfReading(table);
    assertThat(peak).isPositive();
    for (int i = 0; i < 5; i++) {
      assertThat(house.peakOfReading(table)).isEqualTo(peak);
    }
  }
}
