// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Arithmetic and comparison of decimals of all widths with each other, with integers and with
 * floats. Whatever leaves a type's width may be refused here; no value may differ. {@code
 * -Dtwinhouse.numbers=2000} tries so many calls.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class NumberSweepTest {

  private static final int CALLS = Integer.getInteger("twinhouse.numbers", 100);
  private static final int ROWS = 12;

  private static final List<String> FUNCTIONS =
      List.of("plus", "minus", "multiply", "divide", "greatest", "least", "equals", "less");

  private static final List<String> OTHERS =
      List.of("Float32", "Float64", "Int8", "UInt8", "Int32", "UInt32", "Int64", "Bool");

  private static final List<String> OF_ONE =
      List.of("toFloat64(x)", "toFloat32(x)", "avg(x)", "sum(x)", "toString(x)", "-x", "abs(x)");

  @Test
  void noNumberDiffers(RandomSource random, ClickHouseHttp server) {
    TrialLog log;
    try (TwoHouses houses = new TwoHouses(server)) {
      log = new TrialLog(houses, "numbers");
      for (int i = 0; i < CALLS; i++) {
        String sql = query(random);
        log.count(sql, houses.theirs(sql));
      }
    }
    assertThat(log.different()).as(Seed.replay()).isEmpty();
    assertThat(log.count(Verdict.EQUAL)).as(log.remarks()).isGreaterThan(CALLS / 2);
  }

  private static String query(RandomSource random) {
    String x = decimal(random);
    String y = random.oneIn(2) ? decimal(random) : random.pick(OTHERS);
    boolean turned = random.oneIn(2);
    String call =
        random.oneIn(6)
            ? random.pick(OF_ONE)
            : random.pick(FUNCTIONS) + (turned ? "(y, x)" : "(x, y)");
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> "('" + value(x, random) + "','" + value(y, random) + "')")
            .collect(Collectors.joining(","));
    return "SELECT toTypeName(%s), %s FROM (SELECT CAST(t.1, '%s') x, CAST(t.2, '%s') y FROM (SELECT arrayJoin([%s]) t))"
        .replaceFirst("%s", call)
        .replaceFirst("%s", call)
        .replaceFirst("%s", x)
        .replaceFirst("%s", y)
        .replaceFirst("%s", rows);
  }

  private static String decimal(RandomSource random) {
    int precision = random.pick(List.of(6, 9, 12, 15, 18, 30, 38, 60));
    int scale = random.between(0, Math.min(precision / 2, 6));
    return "Decimal(" + precision + ", " + scale + ")";
  }

  private static String value(String type, RandomSource random) {
    if (type.equals("Bool")) {
      return random.oneIn(2) ? "true" : "false";
    }
    if (type.startsWith("Float")) {
      return random.pick(List.of("0", "-0", "0.1", "-2.5", "1e9", "inf", "-inf", "nan", "3.75"));
    }
    if (!type.startsWith("Decimal")) {
      int most = type.endsWith("8") ? 120 : 2_000_000;
      return String.valueOf(random.between(type.startsWith("U") ? 0 : -most, most));
    }
    String[] parts = type.substring("Decimal(".length(), type.length() - 1).split(", ", -1);
    int scale = Integer.parseInt(parts[1]);
    int whole = random.between(1, Integer.parseInt(parts[0]) - scale);
    return (random.oneIn(3) ? "-" : "")
        + digits(random, random.oneIn(4) ? whole : Math.min(whole, 5))
        + (scale == 0 ? "" : "." + digits(random, scale));
  }

  private static String digits(RandomSource random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf(random.between(0, 9)))
        .collect(Collectors.joining());
  }
}
