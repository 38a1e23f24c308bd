// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.TestHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store opens without its dictionaries; a query loads those of the columns that it reads. */
final class LazyDictionariesTest {

  private static final int USERS = 30_000;

  @Test
  void onlyDictionariesOfReadColumnsAreHeld(@TempDir Path place) {
    String url = "arrow:" + place;
    TableDefinition table;
    try (TestHouse house = TestHouse.open(url)) {
      table = create(house);
      for (int round = 0; round < 3; round++) {
        house.insert(table, rows(round));
      }
    }
    try (TestHouse house = TestHouse.open(url)) {
      assertThat(sum(house, table)).isEqualTo(USERS * 3L);
      long opened = house.memory().reservedBytes();
      assertThat(opened).as("without the users").isLessThan(200_000);
      List<ColumnRead> users = List.of(ColumnRead.of("user", TypeParser.parse("String")));
      assertThat(house.read(table, users, null, false).stream().distinct().count())
          .isEqualTo(USERS);
      assertThat(house.memory().reservedBytes()).isGreaterThan(opened + 20L * USERS);
      house.insert(table, rows(3));
    }
    try (TestHouse house = TestHouse.open(url)) {
      assertThat(house.read(table, false)).hasSize(4 * USERS);
    }
  }

  private static TableDefinition create(TestHouse house) {
    return house.create("t", "MergeTree", List.of(), List.of("n"), null, "n UInt32", "user String");
  }

  private static long sum(TestHouse house, TableDefinition table) {
    List<ColumnRead> reads = List.of(ColumnRead.of("n", TypeParser.parse("UInt32")));
    return house.read(table, reads, null, false).size();
  }

  private static List<List<Object>> rows(int round) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      // each user twice in a row, so that a dictionary pays
      rows.add(List.of((long) round * USERS + i, "user " + (i / 2 * 2 + round % 2) % USERS));
    }
    return rows;
  }
}
