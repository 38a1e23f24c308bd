// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A column beside a constant text: the same answer as the real server, its own error, or a refusal.
 * Half of the texts, in a relation that is drawn, meet each kind of column; {@code
 * -Dtwinhouse.relations=all} asks for all texts in every relation.
 */
@ExtendWith(Seed.class)
@RequiresClickHouse
final class WrittenConstantsTest {

  private static final boolean ALL = "all".equals(System.getProperty("twinhouse.relations"));

  private static final int NOT_IMPLEMENTED = 48;
  private static final int TYPE_MISMATCH = 53;
  private static final int CANNOT_PARSE_NUMBER = 72;

  /**
   * Times that the server reads in ways of its own: one digit for hours, days that there are not.
   */
  private static final int CANNOT_PARSE_DATETIME = 41;

  private static final List<String> RELATIONS =
      List.of(
          "c = %s",
          "c != %s",
          "c < %s",
          "c >= %s",
          "%s > c",
          "c IN (%s)",
          "c NOT IN (%s, %1$s)",
          "c BETWEEN %s AND %1$s",
          "(c, 1) IN ((%s, 1))");

  private static final List<String> TEXTS =
      List.of(
          "2026-02-01",
          "2026-02-01 00:00:00",
          "2026-02-01 03:00",
          "2026-02-01 03:00:00",
          "2026-02-01 03:00:00.5",
          "2026-02-01T03:00:00Z",
          "2026-02-01 03:00:00 UTC",
          "2026-2-1",
          "20260201",
          "1769914800",
          "1769914800.5",
          "0",
          "1",
          "2",
          "-1",
          "-0",
          "-",
          "01",
          "1.0",
          "1.5",
          "1e0",
          "+1",
          "+2",
          " 1",
          "1 ",
          "",
          "a",
          "b",
          "abc",
          "true",
          "NULL",
          "1.2.3.4",
          "1.2.3.4x",
          "::1",
          "5c0f3a3e-7f2f-4c3b-9d6e-0123456789ab",
          "2026-13-01",
          "300",
          "-129",
          "65537",
          "4294967297",
          "18446744073709551617",
          "10000000",
          "21474836.48",
          "99999999999999999999",
          "1e2147483648",
          "0x1",
          "inf",
          "nan",
          "on",
          "12");

  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("Date", "toDate('2026-02-01')");
    COLUMNS.put("Date32", "toDate32('2026-02-01')");
    COLUMNS.put("Nullable(Date)", "toDate('2026-02-01')");
    COLUMNS.put("DateTime('UTC')", "toDateTime('2026-02-01 03:00:00', 'UTC')");
    COLUMNS.put("DateTime64(3, 'UTC')", "toDateTime64('2026-02-01 03:00:00', 3, 'UTC')");
    for (String number :
        List.of("UInt8", "Int8", "UInt16", "Int32", "UInt64", "Int64", "Int128", "UInt256")) {
      COLUMNS.put(number, "1");
    }
    for (String number :
        List.of("Float32", "Float64", "Nullable(Int32)", "Decimal(9, 2)", "Decimal(18, 4)")) {
      COLUMNS.put(number, "1");
    }
    COLUMNS.put("Decimal(38, 10)", "1");
    COLUMNS.put("Bool", "true");
    COLUMNS.put("UUID", "toUUID('5c0f3a3e-7f2f-4c3b-9d6e-0123456789ab')");
    COLUMNS.put("IPv4", "toIPv4('1.2.3.4')");
    COLUMNS.put("IPv6", "toIPv6('::1')");
    COLUMNS.put("Enum8('a' = 1, 'b' = 2)", "'a'");
    COLUMNS.put("Enum16('2' = 1, '1' = 2, 'on' = 300)", "'2'");
    COLUMNS.put("String", "'1'");
    COLUMNS.put("FixedString(3)", "'abc'");
    COLUMNS.put("LowCardinality(String)", "'a'");
  }

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aTextBesideAColumnIsReadAsTheServerReadsIt(ClickHouseHttp server, RandomSource random) {
    List<String> wrong = new ArrayList<>();
    try (TwoHouses houses = new TwoHouses(server)) {
      COLUMNS.forEach(
          (type, value) -> {
            for (String text : TEXTS) {
              List<String> drawn = random.oneIn(2) ? List.of(random.pick(RELATIONS)) : List.of();
              for (String relation : ALL ? RELATIONS : drawn) {
                String sql =
                    "SELECT "
                        + relation.formatted("'" + text + "'")
                        + " FROM (SELECT materialize(CAST("
                        + value
                        + ", '"
                        + type.replace("'", "\\'")
                        + "')) AS c)";
                TwoHouses.Answer theirs = houses.theirs(sql);
                TwoHouses.Answer ours = houses.ours(sql);
                if (!isRight(theirs, ours)) {
                  wrong.add(sql + "\n  server: " + theirs + "\n  ours:   " + ours);
                }
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isRight(TwoHouses.Answer theirs, TwoHouses.Answer ours) {
    if (ours.code() == NOT_IMPLEMENTED || ours.code() == CANNOT_PARSE_DATETIME) {
      return true;
    }
    if (theirs.code() == CANNOT_PARSE_NUMBER && ours.code() == TYPE_MISMATCH) {
      return true; // a time of more than 64 bits
    }
    return theirs.isError() ? theirs.code() == ours.code() : theirs.equals(ours);
  }
}
