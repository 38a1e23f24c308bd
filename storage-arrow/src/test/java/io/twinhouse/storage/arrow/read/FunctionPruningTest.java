// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.Filters;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.contract.LaneValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scans whose filters ask for results of monotonic functions, against every row on its own. */
@ExtendWith(Seed.class)
final class FunctionPruningTest {

  private static final long DAY = 86_400;

  private static final String[] COLUMNS = {
    "id UInt64",
    "day Date",
    "wide Date32",
    "at DateTime('UTC')",
    "there DateTime('America/St_Johns')",
    "unsaid DateTime",
    "fine DateTime64(3, 'Europe/Berlin')",
    "n Nullable(Int32)",
    "u UInt64",
    "i Int64",
    "small Int8",
    "f Float64",
    "coded LowCardinality(Nullable(UInt16))",
    "moment Nullable(DateTime)"
  };

  private static final List<String> COMPARISONS =
      List.of("equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals");

  private static final List<String> TIMES =
      List.of(
          "toDate",
          "toStartOfMonth",
          "toStartOfWeek",
          "toStartOfHour",
          "toStartOfDay",
          "toStartOfFifteenMinutes",
          "toYYYYMM",
          "toYYYYMMDD",
          "toYYYYMMDDhhmmss",
          "toYear",
          "toMonday",
          "toLastDayOfMonth",
          "toUnixTimestamp",
          "toDateTime",
          "toRelativeDayNum",
          "toHour",
          "toDayOfWeek");

  @RepeatedTest(5)
  void pruningLosesNoRow(RandomSource random) {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of(random.pick(List.of("at", "i", "f", "day"))),
              null,
              COLUMNS);
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int insert = random.between(1, 3); insert > 0; insert--) {
        List<List<@Nullable Object>> some = rows(random, rows.size());
        house.insert(table, some);
        rows.addAll(some);
      }
      Batch all = TestHouse.batch(table.schema().types(), rows);
      int pruned = 0;
      for (int i = 0; i < 30; i++) {
        Expression filter = filter(random, table, rows, 0);
        TreeSet<Long> expected;
        try {
          expected = passing(house, all, filter);
        } catch (TwinhouseException fails) {
          continue; // so may the scan, or not, by what it reads
        }
        TreeSet<Long> found = new TreeSet<>();
        long granules = read(house, table, filter, random, found);
        assertThat(found).as(() -> text(filter)).isEqualTo(expected);
        pruned += granules * 8192 < rows.size() ? 1 : 0;
      }
      assertThat(pruned).isPositive();
    }
  }

  private static List<List<@Nullable Object>> rows(RandomSource random, int first) {
    int count = random.oneIn(3) ? random.between(1, 50) : random.between(17_000, 30_000);
    long begin = random.pick(List.of(0L, 1_600_000_000L, 1_761_000_000L, 4_294_000_000L));
    long step = random.pick(List.of(1L, 60L, 997L));
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    for (int r = 0; r < count; r++) {
      long second = Math.min(0xFFFF_FFFFL, begin + r * step);
      long near = second / DAY + random.between(0, 2);
      rows.add(
          Arrays.asList(
              (long) first + r,
              Math.min(0xFFFF, near),
              near - random.between(0, 3),
              second,
              Math.max(0, second - random.between(0, 100)),
              second,
              second * 1000 + random.between(0, 999),
              random.oneIn(90) ? null : (long) r / 7,
              random.oneIn(5000) ? -1L - r : (long) r,
              random.oneIn(5000) ? random.anyLong() : (long) r - 10_000,
              (long) random.between(-128, 127),
              random.oneIn(4000)
                  ? random.pick(List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0))
                  : (r - 9_000) / 8.0,
              random.oneIn(70) ? null : (long) Math.min(0xFFFF, r),
              random.oneIn(70) ? null : second));
    }
    return rows;
  }

  private static Expression filter(
      RandomSource random, TableDefinition table, List<List<@Nullable Object>> rows, int depth) {
    if (depth < 2 && random.oneIn(4)) {
      return Filters.call(
          random.pick(List.of("and", "or")),
          filter(random, table, rows, depth + 1),
          filter(random, table, rows, depth + 1));
    }
    if (depth < 2 && random.oneIn(6)) {
      return Filters.call("not", filter(random, table, rows, depth + 1));
    }
    int column = random.between(1, COLUMNS.length - 1);
    Type type = table.schema().type(column);
    Expression computed = Filters.input(column, type);
    for (int calls = random.between(1, 2); calls > 0; calls--) {
      computed = call(random, computed);
    }
    @Nullable Object value =
        valueOf(computed, column, rows.get(random.between(0, rows.size() - 1)));
    Type plain = TypeParser.parse(computed.type().base().name());
    Object none = plain.lane() == Lane.DOUBLE ? (Object) 0.0 : (Object) 0L;
    Expression constant = Filters.constant(plain, value == null ? none : value);
    String name = random.pick(COMPARISONS);
    return random.oneIn(4)
        ? Filters.call(name, constant, computed)
        : Filters.call(name, computed, constant);
  }

  /** A function over an expression that takes its type; the expression itself if none was met. */
  private static Expression call(RandomSource random, Expression argument) {
    Type base = argument.type().base();
    for (int tries = 0; tries < 10; tries++) {
      try {
        if (base.name().startsWith("Date") && random.oneIn(3)) {
          return random.oneIn(2)
              ? Filters.call("plus", argument, Filters.constant(IntegerType.INT32, days(random)))
              : Filters.call(
                  random.pick(List.of("addDays", "subtractMonths", "addHours", "addWeeks")),
                  argument,
                  Filters.constant(IntegerType.INT32, days(random)));
        }
        if (base.name().startsWith("Date")) {
          return Filters.call(random.pick(TIMES), argument);
        }
        return switch (random.between(0, 4)) {
          case 0 -> Filters.call("negate", argument);
          case 1 ->
              Filters.call(
                  random.pick(List.of("toInt64", "toUInt32", "toFloat64", "toInt8", "toDateTime")),
                  argument);
          case 2 -> Filters.call("toDate", argument);
          default ->
              Filters.call(
                  random.pick(List.of("plus", "minus", "multiply", "intDiv", "divide", "modulo")),
                  argument,
                  Filters.constant(
                      random.pick(List.of(IntegerType.INT8, IntegerType.UINT64)),
                      (long) random.between(1, 90)));
        };
      } catch (TwinhouseException refused) {
        // another function
      }
    }
    return argument;
  }

  private static long days(RandomSource random) {
    return random.between(-40, 40);
  }

  /** What the expression is for one row, so that constants lie where the rows do. */
  private static @Nullable Object valueOf(
      Expression computed, int column, List<@Nullable Object> row) {
    Object own = row.get(column);
    if (own == null) {
      return null;
    }
    Column result = evaluate(computed, TestHouse.batch(types(), List.of(row)));
    return result == null ? null : LaneValues.get(result, 0);
  }

  private static @Nullable Column evaluate(Expression expression, Batch batch) {
    try (MemoryContext memory = MemoryContext.root("value", MemoryContext.UNLIMITED);
        ExpressionEvaluator evaluator = ExpressionEvaluator.of(expression, memory)) {
      Column result = evaluator.evaluate(batch);
      return expression.type().lane() == Lane.LONG || expression.type().lane() == Lane.DOUBLE
          ? result.flatten().gather(new int[] {0}, 1)
          : null;
    } catch (TwinhouseException fails) {
      return null;
    }
  }

  private static List<Type> types() {
    return Arrays.stream(COLUMNS)
        .map(column -> TypeParser.parse(column.substring(column.indexOf(' ') + 1)))
        .toList();
  }

  private static TreeSet<Long> passing(TestHouse house, Batch all, Expression filter) {
    TreeSet<Long> passing = new TreeSet<>();
    int[] kept = new int[Batch.ROWS];
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(filter, house.memory())) {
      for (int from = 0; from < all.rows(); from += Batch.ROWS) {
        int count = Math.min(Batch.ROWS, all.rows() - from);
        int begin = from;
        int[] rows = IntStream.range(begin, begin + count).toArray();
        Column[] columns = new Column[all.width()];
        for (int c = 0; c < columns.length; c++) {
          columns[c] = all.column(c).gather(rows, count);
        }
        int passed = evaluator.select(Batch.of(count, columns), kept);
        for (int i = 0; i < passed; i++) {
          passing.add((Long) LaneValues.get(columns[0], kept[i]));
        }
      }
    }
    return passing;
  }

  private static long read(
      TestHouse house,
      TableDefinition table,
      Expression filter,
      RandomSource random,
      TreeSet<Long> found) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    ScanRequest request =
        new ScanRequest(reads, filter, List.of(0), false, random.between(1, 2), house.memory());
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      for (BatchSource source : scan.sources()) {
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
          for (int r = 0; r < batch.rows(); r++) {
            found.add((Long) LaneValues.get(batch.column(0), r));
          }
        }
      }
      return scan.counters().granules();
    }
  }

  private static String text(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return call.name() + call.arguments().stream().map(FunctionPruningTest::text).toList();
    }
    if (expression instanceof Expression.Constant constant) {
      return constant.type().name() + " " + LaneValues.get(constant.value(), 0);
    }
    return expression instanceof Expression.InputRef ref ? COLUMNS[ref.index()] : "?";
  }

  @Test
  void granulesOfOtherDaysAreNotRead() {
    try (TestHouse house = TestHouse.open("arrow:memory:")) {
      TableDefinition table =
          house.create(
              "t",
              "MergeTree",
              List.of(),
              List.of("at"),
              null,
              "id UInt64",
              "at DateTime('UTC')",
              "unsaid DateTime");
      long first = 1_767_225_600L; // 2026-01-01
      int rows = 40 * 8192;
      List<List<Object>> values = new ArrayList<>(rows);
      for (long r = 0; r < rows; r++) {
        values.add(List.of(r, first + 60 * r, first + 60 * r));
      }
      house.insert(table, values);
      Type time = table.schema().type(1);
      Expression at = Filters.input(1, time);
      // A granule is 8192 minutes, a day 1440 of them.
      assertThat(granules(house, table, compare("equals", Filters.call("toDate", at), 20_454 + 3)))
          .isEqualTo(1);
      assertThat(granules(house, table, compare("equals", Filters.call("toYYYYMM", at), 202_602)))
          .isEqualTo(spanned(31 * 1440, 59 * 1440 - 1));
      assertThat(
              granules(house, table, compare("less", Filters.call("toUnixTimestamp", at), first)))
          .isZero();
      assertThat(granules(house, table, compare("equals", Filters.call("toHour", at), 3)))
          .isEqualTo(40);
      assertThat(
              granules(
                  house,
                  table,
                  compare(
                      "greaterOrEquals", Filters.call("toStartOfHour", at), first + 3600 * 100)))
          .isEqualTo(spanned(6000, rows - 1));
      assertThat(
              granules(
                  house,
                  table,
                  compare(
                      "equals",
                      Filters.call(
                          "intDiv",
                          Filters.call("toUInt32", at),
                          Filters.constant(IntegerType.UINT32, DAY)),
                      20_454 + 5)))
          .isEqualTo(spanned(5 * 1440, 6 * 1440 - 1));
      Expression text = Filters.constant(StringType.INSTANCE, "2026-01-04 00:00:00");
      assertThat(
              granules(
                  house,
                  table,
                  Filters.call("less", Filters.input(2, table.schema().type(2)), text)))
          .isEqualTo(1);
    }
  }

  private static Expression compare(String name, Expression left, long right) {
    return Filters.call(
        name, left, Filters.constant(TypeParser.parse(left.type().base().name()), right));
  }

  private static long spanned(long firstRow, long lastRow) {
    return lastRow / 8192 - firstRow / 8192 + 1;
  }

  private static long granules(TestHouse house, TableDefinition table, Expression filter) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    List<Integer> output = IntStream.range(0, 1).boxed().toList();
    ScanRequest request = new ScanRequest(reads, filter, output, false, 1, house.memory());
    try (Scan scan = house.storage().table(table.name()).orElseThrow().scan(request)) {
      return scan.counters().granules();
    }
  }
}
