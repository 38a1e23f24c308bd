// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Functions of floats give the server's bits for any argument of any size. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class FloatBitsTest {

  private static final int VALUES = Integer.getInteger("twinhouse.floats", 150);

  private static final List<String> CALLS =
      List.of(
          "exp(x)",
          "exp2(x)",
          "exp10(x)",
          "log(x)",
          "log2(x)",
          "log10(x)",
          "log1p(x)",
          "cbrt(x)",
          "sigmoid(x)",
          "tanh(x)",
          "sinh(x)",
          "cosh(x)",
          "asinh(x)",
          "acosh(x)",
          "atanh(x)",
          "sin(x)",
          "cos(x)",
          "sqrt(x)",
          "hypot(x, y)",
          "atan2(x, y)",
          "degrees(x)",
          "radians(x)",
          "x * y",
          "x / y",
          "toFloat32(x)",
          "round(x, 2)");

  @Test
  void bitsAreTheServers(RandomSource random, ClickHouseHttp server) {
    StringJoiner pairs = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < VALUES; i++) {
      pairs.add("(" + bits(random) + ", " + bits(random) + ")");
    }
    TreeMap<String, List<String>> different = new TreeMap<>();
    try (TwoHouses houses = new TwoHouses(server.with("max_query_size", 100_000_000))) {
      for (String call : CALLS) {
        String sql =
            "SELECT p.1, p.2, reinterpretAsUInt64(toFloat64("
                + call
                + ")) FROM (SELECT p, reinterpretAsFloat64(toUInt64(p.1)) AS x,"
                + " reinterpretAsFloat64(toUInt64(p.2)) AS y FROM (SELECT arrayJoin("
                + pairs
                + ") AS p))";
        List<String> found = differences(houses.theirs(sql), houses.ours(sql));
        if (!found.isEmpty()) {
          different.put(
              call + " (" + found.size() + ")", found.subList(0, Math.min(3, found.size())));
        }
      }
    }
    assertThat(different).as(Seed.replay()).isEmpty();
  }

  /** Numbers of the sizes that people have, and any bits at all. */
  private static String bits(RandomSource random) {
    double value =
        switch (random.between(0, 4)) {
          case 0 -> Double.longBitsToDouble(random.anyLong());
          case 1 -> random.anyDouble();
          case 2 -> random.between(-2000, 2000) / 8.0;
          case 3 -> random.unit() * 2 - 1;
          default -> (random.unit() - 0.5) * 1400;
        };
    return Long.toUnsignedString(Double.doubleToRawLongBits(value)) + "::UInt64";
  }

  private static List<String> differences(TwoHouses.Answer theirs, TwoHouses.Answer ours) {
    if (ours.isError() || theirs.isError()) {
      return List.of(ours + " against " + theirs);
    }
    String[] a = theirs.text().split("\n", -1);
    String[] b = ours.text().split("\n", -1);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      String their = i < a.length ? a[i] : "";
      String our = i < b.length ? b[i] : "";
      if (!their.equals(our) && !(isNan(their) && isNan(our))) {
        String[] cells = their.split("\t", -1);
        found.add(
            (cells.length < 3
                    ? their
                    : value(cells[0]) + ", " + value(cells[1]) + " -> " + value(cells[2]))
                + " ours "
                + value(our.substring(our.lastIndexOf('\t') + 1)));
      }
    }
    return found;
  }

  private static double value(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits));
  }

  private static boolean isNan(String line) {
    int at = line.lastIndexOf('\t');
    return at >= 0 && Double.isNaN(value(line.substring(at + 1)));
  }
}
