// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChange.Kind;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FragileDisk;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A workload of every kind of change with the n-th file operation failing, for every n: what was
 * acknowledged is there, what was not is there whole or not at all, and nothing leaks.
 */
final class FailingFilesTest {

  private static final TableName NAME = new TableName("default", "t");

  /** Another table, where partitions go for a while. */
  private static final TableName ASIDE = new TableName("default", "aside");

  /** What the table is called for a while. */
  private static final TableName OTHER = new TableName("default", "u");

  private static final TableDefinition TABLE =
      new TableDefinition(
          NAME,
          List.of(
              ColumnDefinition.plain("k", TypeParser.parse("String")),
              ColumnDefinition.plain("v", TypeParser.parse("UInt32")),
              ColumnDefinition.plain("p", TypeParser.parse("UInt8")),
              ColumnDefinition.plain("d", TypeParser.parse("JSON")),
              ColumnDefinition.plain("x", TypeParser.parse("UInt32"))),
          "ReplacingMergeTree",
          List.of("v"),
          List.of("k"),
          List.of("k"),
          "p",
          null,
          null,
          Map.of(),
          "");

  private static final ViewDefinition VIEW =
      new ViewDefinition(new TableName("default", "seen"), "SELECT k FROM default.t", "");

  /** One change and what plain reads, reads with FINAL and the other table show after it. */
  private record Step(Change change, List<String> plain, List<String> newest, List<String> aside) {

    Step(Change change, List<String> plain, List<String> newest) {
      this(change, plain, newest, List.of());
    }
  }

  /** What a step does. */
  @FunctionalInterface
  private interface Change {
    void apply(TestHouse house);
  }

  /** Every kind of change of a table and its rows. */
  private static List<Step> changes() {
    return List.of(
        new Step(house -> house.storage().createTable(TABLE), List.of(), List.of()),
        new Step(
            house -> house.insert(TABLE, List.of(row("a", 1, 1), row("b", 1, 2))),
            List.of("a1", "b1"),
            List.of("a1", "b1")),
        new Step(
            house -> house.insert(TABLE, List.of(row("a", 2, 2), row("c", 1, 1))),
            List.of("a1", "a2", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().optimize(NAME, MergeRequest.plain(true)),
            List.of("a1", "a2", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.insert(TABLE, List.of(row("b", 0, 1), row("a", 3, 1))),
            List.of("a1", "a2", "a3", "b0", "b1", "c1"),
            List.of("a3", "b1", "c1")),
        new Step(
            FailingFilesTest::widen,
            List.of("a1", "a2", "a3", "b0", "b1", "c1"),
            List.of("a3", "b1", "c1")),
        new Step(
            house -> house.storage().mutate(NAME, Mutation.everywhere("v = 3", Map.of(), true)),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house ->
                house.storage().mutate(NAME, Mutation.everywhere("v = 1", Map.of("x", "7"), false)),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            FailingFilesTest::convert,
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().rename(NAME, OTHER),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().rename(OTHER, NAME),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().createView(VIEW, false),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().detach(VIEW.name(), true),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().attach(VIEW.name()),
            List.of("a1", "a2", "b0", "b1", "c1"),
            List.of("a2", "b1", "c1")),
        new Step(
            house -> house.storage().changePartition(NAME, partition(Kind.DROP, "1")),
            List.of("a2", "b1"),
            List.of("a2", "b1")),
        new Step(house -> house.storage().truncate(NAME), List.of(), List.of()),
        new Step(
            house -> house.insert(TABLE, List.of(row("z", 1, 1))), List.of("z1"), List.of("z1")),
        new Step(
            house -> house.storage().createTable(TABLE.toBuilder().name(OTHER).build()),
            List.of("z1"),
            List.of("z1")),
        new Step(house -> house.storage().exchange(NAME, OTHER), List.of(), List.of()),
        new Step(house -> house.storage().drop(NAME), List.of("z1"), List.of("z1")));
  }

  /**
   * Inserts that are recognised when they come again, with the journal being brought in between.
   */
  private static List<Step> repeated() {
    TableDefinition known =
        TABLE.toBuilder().settings(Map.of("non_replicated_deduplication_window", "3")).build();
    Change first =
        house -> house.insert(TABLE, List.of(row("a", 1, 1), row("b", 1, 2)), List.of("first"));
    Change second = house -> house.insert(TABLE, List.of(row("c", 1, 1)), List.of("second"));
    Change third = house -> house.insert(TABLE, List.of(row("d", 1, 1)), List.of("third"));
    return List.of(
        new Step(house -> house.storage().createTable(known), List.of(), List.of()),
        new Step(first, List.of("a1", "b1"), List.of("a1", "b1")),
        new Step(first, List.of("a1", "b1"), List.of("a1", "b1")),
        new Step(second, List.of("a1", "b1", "c1"), List.of("a1", "b1", "c1")),
        new Step(first, List.of("a1", "b1", "c1"), List.of("a1", "b1", "c1")),
        new Step(
            house -> house.storage().optimize(NAME, MergeRequest.plain(true)),
            List.of("a1", "b1", "c1"),
            List.of("a1", "b1", "c1")),
        new Step(second, List.of("a1", "b1", "c1"), List.of("a1", "b1", "c1")),
        new Step(third, List.of("a1", "b1", "c1", "d1"), List.of("a1", "b1", "c1", "d1")),
        // the third pushed out what was known of partition 1, and the rows there that of partition
        // 2
        new Step(
            first, List.of("a1", "a1", "b1", "b1", "c1", "d1"), List.of("a1", "b1", "c1", "d1")));
  }

  /** What is done to whole partitions, of two tables at last. */
  private static List<Step> partitions() {
    return List.of(
        new Step(house -> house.storage().createTable(TABLE), List.of(), List.of()),
        new Step(
            house -> house.insert(TABLE, List.of(row("a", 1, 1), row("a", 2, 2), row("b", 1, 2))),
            List.of("a1", "a2", "b1"),
            List.of("a2", "b1")),
        new Step(
            house -> house.insert(TABLE, List.of(row("b", 0, 1))),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1")),
        new Step(FailingFilesTest::freeze, List.of("a1", "a2", "b0", "b1"), List.of("a2", "b1")),
        new Step(
            house -> house.storage().changePartition(NAME, partition(Kind.DETACH, "2")),
            List.of("a1", "b0"),
            List.of("a1", "b0")),
        new Step(
            house -> house.storage().changePartition(NAME, partition(Kind.ATTACH, "2")),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1")),
        new Step(
            house -> house.storage().createTable(TABLE.toBuilder().name(ASIDE).build()),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1")),
        new Step(
            house -> house.storage().changePartition(ASIDE, alike("1", Kind.COPY, NAME)),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1"),
            List.of("a1", "b0")),
        new Step(
            house -> house.storage().changePartition(NAME, alike("2", Kind.MOVE, ASIDE)),
            List.of("a1", "b0"),
            List.of("a1", "b0"),
            List.of("a1", "a2", "b0", "b1")),
        new Step(
            house -> house.storage().changePartition(NAME, alike("2", Kind.REPLACE, ASIDE)),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1"),
            List.of("a1", "a2", "b0", "b1")),
        new Step(
            house -> house.storage().drop(ASIDE),
            List.of("a1", "a2", "b0", "b1"),
            List.of("a2", "b1")));
  }

  private static PartitionChange partition(Kind kind, String id) {
    return PartitionChange.of(kind, new PartitionChoice(PartitionChoice.Kind.ID, id));
  }

  private static PartitionChange alike(String id, Kind kind, TableName other) {
    return PartitionChange.with(kind, partition(kind, id).which(), other);
  }

  /** Copies all parts, again if they have been copied before. */
  private static void freeze(TestHouse house) {
    for (Kind kind : List.of(Kind.UNFREEZE, Kind.FREEZE)) {
      PartitionChange change = new PartitionChange(kind, PartitionChoice.ALL, null, "copy");
      house.storage().changePartition(NAME, change);
    }
  }

  /** Adds a column before the others. */
  private static void widen(TestHouse house) {
    List<ColumnDefinition> columns = new ArrayList<>(TABLE.columns());
    columns.add(0, ColumnDefinition.plain("e", TypeParser.parse("Array(String)")));
    Map<String, String> kept = Map.of("k", "k", "v", "v", "p", "p", "d", "d", "x", "x");
    TableDefinition wider = TABLE.toBuilder().columns(columns).build();
    house.storage().alter(new TableAlteration(wider, kept, Set.of()));
  }

  /** Gives the column {@code x} another type. */
  private static void convert(TestHouse house) {
    TableDefinition before = house.storage().table(NAME).orElseThrow().definition();
    List<ColumnDefinition> columns = new ArrayList<>(before.columns());
    columns.replaceAll(
        c -> c.name().equals("x") ? ColumnDefinition.plain("x", TypeParser.parse("UInt64")) : c);
    Map<String, String> kept = new TreeMap<>();
    columns.forEach(column -> kept.put(column.name(), column.name()));
    TableDefinition changed = before.toBuilder().columns(columns).build();
    house.storage().alter(new TableAlteration(changed, kept, Set.of("x")));
  }

  private static List<Object> row(String key, long version, long partition) {
    return List.of(key, version, partition, "{\"x\":\"" + key + "\",\"n\":" + version + "}", 5L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everyFailureLeavesTheStateBeforeOrAfter(int ending) throws IOException {
    requireAtomic(changes(), ending);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everyFailureLeavesPartitionsBeforeOrAfter(int ending) throws IOException {
    requireAtomic(partitions(), ending);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everyFailureLeavesInsertsKnownOrNot(int ending) throws IOException {
    requireAtomic(repeated(), ending);
  }

  private static void requireAtomic(List<Step> steps, int ending) throws IOException {
    boolean failed = true;
    int n = 1;
    for (; failed; n++) {
      failed = runWithFailureAt(n, steps, ending);
    }
    assertThat(n).isGreaterThan(5 * steps.size());
  }

  /** False if the workload is over before the n-th operation. */
  private static boolean runWithFailureAt(int n, List<Step> steps, int ending) throws IOException {
    try (FragileDisk disk = new FragileDisk()) {
      TestHouse house = TestHouse.open(disk.directory());
      disk.failFrom(n);
      int done = -1;
      boolean failed = false;
      for (int s = 0; s < steps.size() && !failed; s++) {
        try {
          steps.get(s).change().apply(house);
          done = s;
        } catch (TwinhouseException e) {
          if (!(e.getCause() instanceof IOException)) {
            throw e; // the step, not the disk: it would fail for every n
          }
          failed = true;
        }
      }
      if (ending == 0) {
        disk.repair();
        requireState(house, steps, List.of(done), "failure at " + n + " in the same process");
        house = goOn(house, disk, steps, done);
      } else {
        closeBroken(house);
        disk.crash(ending == 1);
        house = TestHouse.open(disk.directory());
        requireState(house, steps, List.of(done, done + 1), "crash after failure at " + n);
      }
      house.close();
      assertThat(StoreCheck.run(disk.directory(), new FormatV1(), house.memory())).isEmpty();
      if (disk.directory().directories().contains("shadow")) {
        Directory copy = disk.directory().directory("shadow").directory("copy");
        assertThat(StoreCheck.run(copy, new FormatV1(), house.memory())).as("copy").isEmpty();
      }
      assertThat(disk.openFiles()).as("open files after failure at " + n).isZero();
      return failed;
    }
  }

  /** The rest of the workload works after a repair, and is there after a reopen. */
  private static TestHouse goOn(TestHouse house, FragileDisk disk, List<Step> steps, int done)
      throws IOException {
    for (int s = done + 1; s < steps.size(); s++) {
      steps.get(s).change().apply(house);
    }
    requireState(house, steps, List.of(steps.size() - 1), "the rest");
    house.close();
    TestHouse reopened = TestHouse.open(disk.directory());
    requireState(reopened, steps, List.of(steps.size() - 1), "the rest, reopened");
    return reopened;
  }

  private static void closeBroken(TestHouse house) {
    try {
      house.close();
    } catch (TwinhouseException e) {
      assertThat(e).hasMessageContaining("Cannot write");
    }
  }

  private static void requireState(
      TestHouse house, List<Step> steps, List<Integer> allowed, String when) {
    List<List<String>> found = new ArrayList<>();
    TableName name = house.storage().table(NAME).isPresent() ? NAME : OTHER;
    if (house.storage().table(name).isPresent()) {
      TableDefinition table = TABLE.toBuilder().name(name).build();
      found.add(names(house.read(table, false)));
      found.add(names(house.read(table, true)));
      boolean other = house.storage().table(ASIDE).isPresent();
      TableDefinition aside = TABLE.toBuilder().name(ASIDE).build();
      found.add(other ? names(house.read(aside, false)) : List.of());
    }
    List<List<List<String>>> states = new ArrayList<>();
    for (int s : allowed) {
      if (s < 0) {
        states.add(List.of());
      } else if (s < steps.size()) {
        Step step = steps.get(s);
        states.add(List.of(step.plain(), step.newest(), step.aside()));
      }
    }
    assertThat(states).as(when).contains(found);
  }

  private static List<String> names(List<List<String>> rows) {
    for (List<String> row : rows) {
      assertThat(row.get(3)).isEqualTo("{\"n\":" + row.get(1) + ",\"x\":\"" + row.get(0) + "\"}");
    }
    return rows.stream().map(row -> row.get(0) + row.get(1)).sorted().toList();
  }

  @Test
  void theLockKeepsOthersOut(@TempDir Path place) {
    try (TestHouse first = TestHouse.open("arrow:" + place)) {
      assertThat(first.storage().databases()).containsExactly("default");
      assertThatThrownBy(() -> TestHouse.open("arrow:" + place))
          .isInstanceOf(TwinhouseException.class)
          .hasMessageContaining("open already");
    }
  }
}
