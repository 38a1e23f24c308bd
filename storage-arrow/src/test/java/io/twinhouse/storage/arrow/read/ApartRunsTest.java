// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.Filters;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.contract.LaneValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs hold every row once and no group twice. */
@ExtendWith(Seed.class)
final class ApartRunsTest {

  private static final long DAY = 86_400_000L;

  private static TableDefinition filled(TestHouse house, RandomSource random, long firstDay) {
    TableDefinition table =
        house.create(
            "t",
            "MergeTree",
            List.of(),
            List.of("project", "branch", "at"),
            null,
            "project String",
            "branch LowCardinality(String)",
            "at DateTime64(3, 'UTC')",
            "n UInt32");
    long number = 0;
    for (int insert = 0; insert < 3; insert++) {
      List<List<Object>> rows = new ArrayList<>();
      for (int i = random.between(50_000, 70_000); i > 0; i--) {
        int project = random.oneIn(2) ? 7 : random.between(0, 500);
        rows.add(
            List.of(
                "p" + project,
                random.oneIn(9) ? "side" : "main",
                firstDay * DAY + random.between(0, 40 * (int) (DAY / 1000)) * 1000L,
                number++));
      }
      house.insert(table, rows);
    }
    return table;
  }

  @Test
  void runsByALeadingString(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table = filled(house, random, 20_000);
      Type project = table.schema().type(0);
      assertApart(house, table, null, Filters.input(0, project), row -> row.get(0));
      Expression few =
          Filters.call("greater", Filters.input(0, project), Filters.constant(project, "p3"));
      assertApart(house, table, few, Filters.input(0, project), row -> row.get(0));
    }
  }

  @Test
  void runsByDaysWhereAllBeforeIsFixed(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table = filled(house, random, 20_000);
      Type text = table.schema().type(0);
      Expression one = Filters.call("equals", Filters.input(0, text), Filters.constant(text, "p7"));
      Expression main =
          Filters.call(
              "equals", Filters.input(1, table.schema().type(1)), Filters.constant(text, "main"));
      Expression day = Filters.call("toDate", Filters.input(2, table.schema().type(2)));
      Expression both = Filters.call("and", one, main);
      assertApart(house, table, both, day, row -> (Long) row.get(2) / DAY);
      assertThat(isApart(house, table, one, day)).isFalse();
      assertThat(isApart(house, table, both, Filters.input(3, table.schema().type(3)))).isFalse();
    }
  }

  @Test
  void daysThatTurnOverAreNotCut(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table = filled(house, random, 65_536 - 20);
      Type text = table.schema().type(0);
      Expression one = Filters.call("equals", Filters.input(0, text), Filters.constant(text, "p7"));
      Expression main =
          Filters.call(
              "equals", Filters.input(1, table.schema().type(1)), Filters.constant(text, "main"));
      Expression day = Filters.call("toDate", Filters.input(2, table.schema().type(2)));
      assertThat(isApart(house, table, Filters.call("and", one, main), day)).isFalse();
    }
  }

  private static ScanRequest request(
      TestHouse house, TableDefinition table, @Nullable Expression filter, List<Expression> apart) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    List<Integer> output = IntStream.range(0, reads.size()).boxed().toList();
    int partitions = apart.isEmpty() ? 2 : 1;
    return new ScanRequest(
        reads, filter, output, false, partitions, house.memory(), 1, apart, List.of());
  }

  private static boolean isApart(
      TestHouse house, TableDefinition table, Expression filter, Expression apart) {
    ScanRequest request = request(house, table, filter, List.of(apart));
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      return scan.isApart();
    }
  }

  private static void assertApart(
      TestHouse house,
      TableDefinition table,
      @Nullable Expression filter,
      Expression apart,
      Function<List<Object>, Object> group) {
    Map<Object, Integer> runOfGroup = new HashMap<>();
    Map<Long, List<Object>> found = new TreeMap<>();
    Map<Long, List<Object>> expected = new TreeMap<>();
    long held = house.memory().reservedBytes();
    try (Scan scan =
        house
            .storage()
            .table(table.name())
            .orElseThrow()
            .scan(request(house, table, filter, List.of(apart)))) {
      assertThat(scan.isApart()).isTrue();
      BatchSource source = scan.sources().get(0);
      int run = 0;
      do {
        int current = run++;
        for (List<Object> row : rows(source)) {
          assertThat(runOfGroup.merge(group.apply(row), current, (a, b) -> a)).isEqualTo(current);
          assertThat(found.put((Long) row.get(3), row)).isNull();
        }
      } while (source.nextRun());
      assertThat(run).isGreaterThan(1);
    }
    assertThat(house.memory().reservedBytes()).isEqualTo(held);
    try (Scan scan =
        house
            .storage()
            .table(table.name())
            .orElseThrow()
            .scan(request(house, table, filter, List.of()))) {
      assertThat(scan.isApart()).isFalse();
      for (BatchSource source : scan.sources()) {
        rows(source).forEach(row -> expected.put((Long) row.get(3), row));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<List<Object>> rows(BatchSource source) {
    List<List<Object>> rows = new ArrayList<>();
    for (Batch batch = source.next(); batch != null; batch = source.next()) {
      for (int r = 0; r < batch.rows(); r++) {
        List<Object> row = new ArrayList<>();
        for (int c = 0; c < batch.width(); c++) {
          row.add(LaneValues.get(batch.column(c), r));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
