// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.file.FragileDisk;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small inserts cost one sync each, and what was acknowledged outlives a crash. */
final class InsertJournalTest {

  private static TableDefinition create(TestHouse house) {
    return house.create(
        "t", "ReplacingMergeTree", List.of("v"), List.of("k"), null, "k String", "v UInt32");
  }

  /** Inserts key after key; each third insert replaces the one before it. */
  private static void insert(TestHouse house, TableDefinition table, int from, int to) {
    for (int i = from; i < to; i++) {
      long key = i % 3 == 2 ? i - 1 : i;
      house.insert(table, List.of(List.of("key " + key, (long) i)));
    }
  }

  private static Set<String> newest(int inserts) {
    Set<String> rows = new TreeSet<>();
    for (int i = 0; i < inserts; i++) {
      if (i % 3 != 1 || i + 1 == inserts) {
        rows.add("[key " + (i % 3 == 2 ? i - 1 : i) + ", " + i + "]");
      }
    }
    return rows;
  }

  private static Set<String> found(TestHouse house, TableDefinition table) {
    Set<String> rows = new TreeSet<>();
    house.read(table, true).forEach(row -> rows.add(row.toString()));
    return rows;
  }

  @Test
  void aSmallInsertIsOneSync() throws IOException {
    // merges of small parts sync, too, whenever they come to it
    Map<String, String> alone = Map.of("background_merges", "0");
    try (FragileDisk disk = new FragileDisk();
        TestHouse house = TestHouse.open(disk.directory(), alone)) {
      TableDefinition table = create(house);
      insert(house, table, 0, 2);
      long before = disk.syncs();
      insert(house, table, 2, 50);
      assertThat(disk.syncs() - before).isEqualTo(48);
    }
  }

  private static TableDefinition withWindow(int window) {
    return new TableDefinition(
        new TableName("default", "t"),
        List.of(
            ColumnDefinition.plain("v", TypeParser.parse("UInt32")),
            ColumnDefinition.plain("p", TypeParser.parse("UInt8"))),
        "MergeTree",
        List.of(),
        List.of("v"),
        List.of("v"),
        "p",
        null,
        null,
        Map.of("non_replicated_deduplication_window", Integer.toString(window)),
        "");
  }

  /** Inserts a value into each partition; a window of 10 entries knows the last five of these. */
  private static void insertBoth(TestHouse house, TableDefinition table, long i) {
    house.insert(table, List.of(List.of(i, 0L), List.of(i, 1L)), List.of("insert " + i));
  }

  @Test
  void anInsertThatIsToBeRecognisedIsOneSync() throws IOException {
    Map<String, String> alone = Map.of("background_merges", "0");
    try (FragileDisk disk = new FragileDisk();
        TestHouse house = TestHouse.open(disk.directory(), alone)) {
      TableDefinition table = withWindow(10);
      house.storage().createTable(table);
      insertBoth(house, table, 0);
      insertBoth(house, table, 1);
      long before = disk.syncs();
      for (int i = 2; i < 40; i++) {
        insertBoth(house, table, i);
        insertBoth(house, table, i - 1);
      }
      assertThat(disk.syncs() - before).isEqualTo(38);
      assertThat(house.read(table, false)).hasSize(80);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void insertsAreRecognisedAfterCrashes(boolean entries) throws IOException {
    TableDefinition table = withWindow(10);
    try (FragileDisk disk = new FragileDisk()) {
      try (TestHouse house = TestHouse.open(disk.directory())) {
        house.storage().createTable(table);
      }
      int done = 0;
      for (int more : new int[] {1, 10, 70, 3}) {
        TestHouse house = TestHouse.open(disk.directory());
        for (int again = Math.max(0, done - 5); again < done; again++) {
          insertBoth(house, table, again);
        }
        assertThat(house.read(table, false)).hasSize(2 * done);
        for (int i = 0; i < more; i++) {
          insertBoth(house, table, done++);
        }
        disk.failFrom(1);
        house.close();
        disk.crash(entries);
        requireSound(disk);
      }
      try (TestHouse house = TestHouse.open(disk.directory())) {
        insertBoth(house, table, done - 5);
        assertThat(house.read(table, false)).hasSize(2 * done);
        insertBoth(house, table, done - 6);
        assertThat(house.read(table, false)).hasSize(2 * done + 2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void acknowledgedInsertsOutliveCrashes(boolean entries) throws IOException {
    try (FragileDisk disk = new FragileDisk()) {
      TableDefinition table;
      try (TestHouse house = TestHouse.open(disk.directory())) {
        table = create(house);
      }
      int done = 0;
      for (int more : new int[] {1, 10, 150, 64, 5}) {
        TestHouse house = TestHouse.open(disk.directory());
        assertThat(found(house, table)).isEqualTo(newest(done));
        insert(house, table, done, done + more);
        done += more;
        disk.failFrom(1);
        house.close();
        disk.crash(entries);
        requireSound(disk);
      }
      try (TestHouse house = TestHouse.open(disk.directory())) {
        assertThat(found(house, table)).isEqualTo(newest(done));
      }
      requireSound(disk);
    }
  }

  private static void requireSound(FragileDisk disk) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(disk.directory(), new FormatV1(), memory)).isEmpty();
    }
  }

  @Test
  void aSpoiltRecordBeforeOthersIsTold() throws IOException {
    try (FragileDisk disk = new FragileDisk()) {
      TestHouse house = TestHouse.open(disk.directory());
      TableDefinition table = create(house);
      insert(house, table, 0, 5);
      disk.failFrom(1);
      house.close();
      disk.crash(false);
      spoil(disk.directory().directory("table-1"), 40);
      try (TestHouse opened = TestHouse.open(disk.directory())) {
        assertThatThrownBy(() -> opened.read(table, false))
            .isInstanceOf(TwinhouseException.class)
            .hasMessageContaining("journal");
      }
    }
  }

  private static void spoil(Directory directory, int at) throws IOException {
    byte[] bytes;
    try (FileView view = directory.open(InsertJournal.FILE)) {
      bytes = view.bytes(0, Math.toIntExact(view.size()));
    }
    bytes[at] ^= 1;
    try (FileOutput output = directory.create(InsertJournal.FILE, bytes.length)) {
      output.write(bytes, 0, bytes.length);
    }
  }
}
