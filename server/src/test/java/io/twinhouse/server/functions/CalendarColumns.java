// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.testkit.RandomSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two columns of dates or times of one type, in zones of their own, as a sub-query. */
final class CalendarColumns {

  private static final int ROWS = 60;

  /** Zones whose history is full: odd offsets, changes at midnight, a day left out. */
  static final List<String> ZONES =
      List.of(
          "UTC",
          "America/New_York",
          "Europe/Berlin",
          "Asia/Kolkata",
          "Asia/Tokyo",
          "Australia/Lord_Howe",
          "America/Sao_Paulo",
          "Asia/Istanbul",
          "Pacific/Apia",
          "Europe/Moscow",
          "Asia/Kathmandu",
          "Europe/Dublin",
          "Africa/Casablanca",
          "America/Caracas",
          "Asia/Pyongyang",
          "Europe/London",
          "Pacific/Kiritimati",
          "Asia/Tehran",
          "Africa/Cairo",
          "Asia/Kabul");

  /** The calendar of Date32 without its first year and last day, where the server's weeks end. */
  private static final int FIRST_YEAR = 1901;

  private static final int LAST_YEAR = 2298;

  private CalendarColumns() {}

  static String draw(RandomSource random) {
    String x;
    String y;
    List<String> values;
    switch (random.between(0, 3)) {
      case 0 -> {
        values = numbers(random, false, 86_400, 1);
        x = "toDate(toUInt16(v))";
        y = "toDate(toUInt16(w))";
      }
      case 1 -> {
        values = numbers(random, true, 86_400, 1);
        x = "CAST(toInt32(v) AS Date32)";
        y = "CAST(toInt32(w) AS Date32)";
      }
      case 2 -> {
        values = numbers(random, false, 1, 1);
        x = "toDateTime(toUInt32(v), '" + random.pick(ZONES) + "')";
        y = "toDateTime(toUInt32(w), '" + random.pick(ZONES) + "')";
      }
      default -> {
        int precision = random.between(0, 7);
        values = numbers(random, true, 1, (long) Math.pow(10, precision));
        x = fine("v", precision, random);
        y = fine("w", precision, random);
      }
    }
    String array = values.stream().collect(Collectors.joining(",", "[", "]"));
    String pairs = "arrayJoin(arrayZip(" + array + ", arrayReverse(" + array + "))) AS p";
    return "SELECT " + x + " AS x, " + y + " AS y FROM (SELECT " + pairs + ", p.1 AS v, p.2 AS w)";
  }

  private static String fine(String value, int precision, RandomSource random) {
    String type = "DateTime64(" + precision + ", \\'" + random.pick(ZONES) + "\\')";
    return "reinterpret(toInt64(" + value + "), '" + type + "')";
  }

  private static List<String> numbers(RandomSource random, boolean wide, int unit, long ticks) {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> second(random, wide) / unit * ticks + fraction(random, ticks))
        .map(number -> "toInt64(" + number + ")")
        .toList();
  }

  private static long fraction(RandomSource random, long ticks) {
    return random.oneIn(2) ? 0 : random.between(0, (int) ticks - 1);
  }

  /** A second of any day, one in four at its beginning and one in four where clocks change. */
  private static long second(RandomSource random, boolean wide) {
    int year = wide ? random.between(FIRST_YEAR, LAST_YEAR) : random.between(1970, 2105);
    boolean edge = random.oneIn(4);
    int month = edge ? 1 : random.oneIn(3) ? random.pick(List.of(3, 4, 10, 11)) : 0;
    int drawn = month > 0 ? month : random.between(1, 12);
    int day = edge ? 1 : random.between(1, 28);
    long midnight = LocalDateTime.of(year, drawn, day, 0, 0).toEpochSecond(ZoneOffset.UTC);
    long shift = edge ? random.between(-7200, 7200) : random.between(0, 86_399) / 900 * 900L;
    return wide ? midnight + shift : Math.max(0, midnight + shift + random.between(-1, 1));
  }
}
