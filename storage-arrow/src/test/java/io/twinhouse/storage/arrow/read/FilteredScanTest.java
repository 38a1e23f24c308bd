// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.Filters;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.contract.LaneValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scans with random filters over random data, against a plain list of the rows. */
@ExtendWith(Seed.class)
final class FilteredScanTest {

  private static final List<String> PROJECTS = List.of("", "alpha", "beta", "gamma", "gamma2");

  /** A filter and what it means. */
  private record Case(Expression filter, Predicate<List<@Nullable Object>> meaning) {}

  @RepeatedTest(8)
  void filtersKeepExactlyTheRowsThatPass(RandomSource random, @TempDir Path place) {
    String url = random.oneIn(2) ? "arrow:memory:" : "arrow:" + place;
    try (TestHouse house = TestHouse.open(url)) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of("project", "at"),
              random.oneIn(2) ? "month" : null,
              "project String",
              "at DateTime64(3, 'UTC')",
              "month UInt16",
              "n Nullable(Int64)",
              "u UInt64",
              "f Float64",
              "s Nullable(String)");
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int insert = random.between(1, 4); insert > 0; insert--) {
        List<List<@Nullable Object>> some = rows(random);
        house.insert(table, some);
        rows.addAll(some);
      }
      for (int i = 0; i < 12; i++) {
        Case filter = filter(random, table.schema().types(), 0);
        List<List<@Nullable Object>> expected = new ArrayList<>(rows);
        expected.removeIf(row -> !filter.meaning.test(row));
        assertThat(read(house, table, filter.filter, random)).isEqualTo(sorted(expected));
      }
    }
  }

  private static List<List<@Nullable Object>> rows(RandomSource random) {
    int count = random.oneIn(3) ? random.between(1, 50) : random.between(8000, 20_000);
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          Arrays.asList(
              random.pick(PROJECTS),
              (long) random.between(0, 100_000),
              (long) random.between(1, 3),
              random.oneIn(5) ? null : (long) random.between(-10, 10) + i / 1000,
              random.oneIn(50) ? -1L - random.between(0, 5) : (long) i,
              random.oneIn(40) ? Double.NaN : random.between(-100, 100) / 4.0,
              random.oneIn(9) ? null : "s" + random.between(0, 30)));
    }
    return rows;
  }

  private static Case filter(RandomSource random, List<Type> types, int depth) {
    if (depth < 2 && random.oneIn(2)) {
      Case left = filter(random, types, depth + 1);
      Case right = filter(random, types, depth + 1);
      return random.oneIn(2)
          ? new Case(
              Filters.call("and", left.filter, right.filter), left.meaning.and(right.meaning))
          : new Case(Filters.call("or", left.filter, right.filter), left.meaning.or(right.meaning));
    }
    int column = random.between(0, types.size() - 1);
    Object value =
        switch (column) {
          case 0 -> random.pick(PROJECTS);
          case 1 -> (long) random.between(-10, 100_010);
          case 2 -> (long) random.between(0, 4);
          case 3 -> (long) random.between(-12, 30);
          case 4 -> random.oneIn(3) ? -3L : (long) random.between(0, 20_000);
          case 5 -> random.between(-101, 101) / 4.0;
          default -> "s" + random.between(0, 31);
        };
    String name =
        random.pick(
            List.of("equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals"));
    Type type = types.get(column).withoutNullable();
    Expression filter =
        Filters.call(name, Filters.input(column, types.get(column)), Filters.constant(type, value));
    return new Case(filter, row -> compares(name, column, row.get(column), value));
  }

  private static boolean compares(String name, int column, @Nullable Object left, Object right) {
    if (left == null) {
      return false;
    }
    if (left instanceof Double number && number.isNaN()) {
      return name.equals("notEquals");
    }
    int order;
    if (column == 4) {
      order = Long.compareUnsigned((Long) left, (Long) right);
    } else if (left instanceof Double number) {
      order = Double.compare(number + 0.0, (Double) right + 0.0);
    } else if (left instanceof Long number) {
      order = Long.compare(number, (Long) right);
    } else {
      order = left.toString().compareTo(right.toString());
    }
    return switch (name) {
      case "equals" -> order == 0;
      case "notEquals" -> order != 0;
      case "less" -> order < 0;
      case "lessOrEquals" -> order <= 0;
      case "greater" -> order > 0;
      default -> order >= 0;
    };
  }

  private static List<String> read(
      TestHouse house, TableDefinition table, Expression filter, RandomSource random) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    List<Integer> output = IntStream.range(0, reads.size()).boxed().toList();
    ScanRequest request =
        new ScanRequest(reads, filter, output, false, random.between(1, 4), house.memory());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long held = house.memory().reservedBytes();
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      for (BatchSource source : scan.sources()) {
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
          assertThat(batch.rows()).isBetween(1, Batch.ROWS);
          for (int r = 0; r < batch.rows(); r++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int c = 0; c < batch.width(); c++) {
              row.add(LaneValues.get(batch.column(c), r));
            }
            rows.add(row);
          }
        }
      }
    }
    assertThat(house.memory().reservedBytes()).isEqualTo(held);
    return sorted(rows);
  }

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().map(Object::toString).sorted(Comparator.naturalOrder()).toList();
  }

  @Test
  void pointReadsTouchTheirGranulesOnly() {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of("p", "id"),
              null,
              "p String",
              "id UInt64",
              "x String");
      List<List<Object>> rows = new ArrayList<>();
      for (long i = 0; i < 100_000; i++) {
        rows.add(List.of("p" + i / 25_000, i, "x" + i % 7));
      }
      house.insert(table, rows);
      Type text = table.schema().type(0);
      Type number = table.schema().type(1);
      Expression project =
          Filters.call("equals", Filters.input(0, text), Filters.constant(text, "p2"));
      Expression id =
          Filters.call("equals", Filters.input(1, number), Filters.constant(number, 60_000L));
      assertThat(granules(house, table, project)).isEqualTo(4);
      assertThat(granules(house, table, id)).isEqualTo(1);
      assertThat(granules(house, table, Filters.call("and", project, id))).isEqualTo(1);
      Expression range =
          Filters.call("greater", Filters.input(0, text), Filters.constant(text, "p2"));
      assertThat(granules(house, table, range)).isBetween(4L, 5L);
      Expression missing =
          Filters.call("equals", Filters.input(0, text), Filters.constant(text, "nowhere"));
      assertThat(granules(house, table, missing)).isZero();
    }
  }

  private static long granules(TestHouse house, TableDefinition table, Expression filter) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    ScanRequest request = new ScanRequest(reads, filter, List.of(2), false, 1, house.memory());
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      ScanCounters counters = scan.counters();
      assertThat(counters.totalRows()).isEqualTo(100_000);
      return counters.granules();
    }
  }
}
