// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.ScanRequest.FirstRows;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.Filters;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.contract.LaneValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scans of which the first rows by a column are wanted, against all rows sorted. */
@ExtendWith(Seed.class)
final class FirstGranulesTest {

  private static final int NONE = -1;

  /** What a scan yields, and what it says it left out. */
  private record Read(List<List<@Nullable Object>> rows, long omitted, long granules) {}

  @RepeatedTest(6)
  void theFirstRowsAreThereAndTheOthersCounted(RandomSource random) {
    boolean versions = random.oneIn(3);
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              versions ? "ReplacingMergeTree" : "MergeTree",
              List.of(),
              random.oneIn(2) ? List.of("k") : List.of("s", "k"),
              null,
              "k UInt64",
              "a Nullable(Int32)",
              "u UInt64",
              "at DateTime64(3, 'UTC')",
              "f Nullable(Float64)",
              "s String");
      for (int insert = random.between(1, 4); insert > 0; insert--) {
        house.insert(table, rows(random));
      }
      for (int i = 0; i < 10; i++) {
        Expression filter = random.oneIn(2) ? null : atMost(table, random);
        boolean finalRead = versions && random.oneIn(2);
        List<List<@Nullable Object>> all =
            read(house, table, filter, finalRead, List.of(), random).rows();
        int column = random.between(0, 5);
        boolean descending = random.oneIn(2);
        long wanted = random.pick(List.of(1L, 10L, 5000L, 30_000L));
        Read some =
            read(
                house,
                table,
                filter,
                finalRead,
                List.of(new FirstRows(column, descending, wanted)),
                random);
        assertThat(some.rows().size() + some.omitted()).isEqualTo(all.size());
        assertThat(first(some.rows(), column, descending, wanted))
            .isEqualTo(first(all, column, descending, wanted));
      }
    }
  }

  private static List<List<@Nullable Object>> rows(RandomSource random) {
    int count = random.oneIn(4) ? random.between(1, 50) : random.between(9000, 30_000);
    long begin = random.between(0, 40_000);
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    for (long r = 0; r < count; r++) {
      rows.add(
          Arrays.asList(
              begin + r,
              random.oneIn(20) ? null : (long) random.between(-100, 100) + r / 64,
              random.oneIn(9000) ? -1L - r : r * 3,
              1_700_000_000_000L - 1000 * r,
              number(random, r),
              // few texts and many, some of them equal over the end of a granule
              "s" + (begin + r) / random.pick(List.of(3000L, 3001L))));
    }
    return rows;
  }

  private static @Nullable Double number(RandomSource random, long row) {
    if (random.oneIn(50)) {
      return random.oneIn(2) ? null : Double.NaN;
    }
    return random.oneIn(200) ? random.pick(List.of(0.0, -0.0)) : row / 4.0 - 3000;
  }

  private static Expression atMost(TableDefinition table, RandomSource random) {
    Type type = table.schema().type(0);
    return Filters.call(
        "less", Filters.input(0, type), Filters.constant(type, (long) random.between(0, 70_000)));
  }

  /** The values of the first rows by a column, NULL and NaN last; those that tie with the last. */
  private static List<Object> first(
      List<List<@Nullable Object>> rows, int column, boolean descending, long wanted) {
    Comparator<Object> order = order(column);
    List<Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Object value = row.get(column);
      if (value != null && !value.equals(Double.NaN)) {
        values.add(value instanceof Double real ? real + 0.0 : value);
      }
    }
    values.sort(descending ? order.reversed() : order);
    boolean all = values.size() <= wanted;
    Object last = all ? null : values.get((int) wanted - 1);
    List<Object> first = new ArrayList<>();
    for (Object value : values) {
      if (first.size() < wanted || Objects.equals(value, last)) {
        first.add(value);
      }
    }
    long nulls = Math.min(rows.size() - values.size(), wanted - values.size());
    for (long i = 0; i < nulls; i++) {
      first.add(NONE);
    }
    return first;
  }

  private static Comparator<Object> order(int column) {
    return switch (column) {
      case 2 -> (a, b) -> Long.compareUnsigned((Long) a, (Long) b);
      case 4 -> Comparator.comparingDouble(value -> (Double) value);
      case 5 -> Comparator.comparing(value -> (String) value);
      default -> Comparator.comparingLong(value -> (Long) value);
    };
  }

  private static Read read(
      TestHouse house,
      TableDefinition table,
      @Nullable Expression filter,
      boolean finalRead,
      List<FirstRows> first,
      RandomSource random) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    ScanRequest request =
        new ScanRequest(
            reads,
            filter,
            IntStream.range(0, reads.size()).boxed().toList(),
            finalRead,
            random.between(1, 2),
            house.memory(),
            1,
            List.of(),
            first);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      for (BatchSource source : scan.sources()) {
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
          for (int r = 0; r < batch.rows(); r++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int c = 0; c < batch.width(); c++) {
              row.add(LaneValues.get(batch.column(c), r));
            }
            rows.add(row);
          }
        }
      }
      return new Read(rows, scan.omittedRows(), scan.counters().granules());
    }
  }

  @Test
  void granulesThatComeLaterAreNotRead(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of("k"),
              null,
              "k UInt64",
              "a Int64",
              "u UInt64",
              "b Int64");
      List<List<Object>> rows = new ArrayList<>();
      for (long r = 0; r < 20 * 8192; r++) {
        rows.add(List.of(r, -r, r % 8192, r));
      }
      house.insert(table, rows);
      assertThat(granules(house, table, random, new FirstRows(0, false, 10))).isEqualTo(1);
      assertThat(granules(house, table, random, new FirstRows(0, true, 10))).isEqualTo(1);
      assertThat(granules(house, table, random, new FirstRows(1, true, 8193))).isEqualTo(2);
      assertThat(granules(house, table, random, new FirstRows(2, false, 10))).isEqualTo(20);
      assertThat(
              granules(house, table, random, new FirstRows(0, false, 1), new FirstRows(3, true, 1)))
          .isEqualTo(2);
    }
  }

  @Test
  void granulesOfTextsAndFloatsAreLeftOut(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of("p", "s"),
              null,
              "p UInt8",
              "s String",
              "f Float64",
              "g Float32",
              "other String");
      List<List<Object>> rows = new ArrayList<>();
      for (int r = 0; r < 20 * 8192; r++) {
        double g = r % 2 == 0 ? Double.NaN : -r;
        rows.add(List.of(1L, String.format(Locale.ROOT, "%08d", r), r / 2.0, g, "x" + r));
      }
      house.insert(table, rows);
      // a granule's last text may be the first one of the next
      assertThat(granules(house, table, random, new FirstRows(1, false, 10))).isEqualTo(2);
      assertThat(granules(house, table, random, new FirstRows(1, true, 9000))).isEqualTo(3);
      // of floats two rows a granule are known to be numbers
      assertThat(granules(house, table, random, new FirstRows(2, false, 2))).isEqualTo(1);
      assertThat(granules(house, table, random, new FirstRows(2, true, 5))).isEqualTo(3);
      assertThat(granules(house, table, random, new FirstRows(3, false, 1))).isEqualTo(1);
      assertThat(granules(house, table, random, new FirstRows(4, false, 1))).isEqualTo(20);
    }
  }

  private static long granules(
      TestHouse house, TableDefinition table, RandomSource random, FirstRows... first) {
    return read(house, table, null, false, List.of(first), random).granules();
  }
}
