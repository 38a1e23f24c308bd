// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.time;

/**
 * Proleptic Gregorian dates as days since 1970-01-01. A packed date is {@code year * 512 + month *
 * 32 + day}. The conversions are Howard Hinnant's days-from-civil algorithms.
 */
public final class CivilDate {

  /** 0000-01-01, the first day that times are shown as. */
  public static final long FIRST_DAY = -719_528;

  /** 9999-12-31, the last day that times are shown as. */
  public static final long LAST_DAY = 2_932_896;

  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;
  private static final byte[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private CivilDate() {}

  /** Days since 1970 of a date; month and day may lie outside their range and carry over. */
  public static long toDays(long year, int month, int day) {
    long y = month <= 2 ? year - 1 : year;
    long era = Math.floorDiv(y, 400);
    int yearOfEra = (int) (y - era * 400);
    int shifted = month + (month > 2 ? -3 : 9);
    int dayOfYear = (153 * shifted + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
  }

  /** Year, month and day of {@code days}, packed. */
  public static long pack(long days) {
    long z = days + DAYS_TO_1970;
    long era = Math.floorDiv(z, DAYS_PER_ERA);
    int dayOfEra = (int) (z - era * DAYS_PER_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return year * 512 + month * 32L + day;
  }

  /** The year of a packed date. */
  public static int year(long packed) {
    return (int) (packed >> 9);
  }

  /** The month, from 1, of a packed date. */
  public static int month(long packed) {
    return (int) (packed >> 5) & 15;
  }

  /** The day of the month, from 1, of a packed date. */
  public static int day(long packed) {
    return (int) packed & 31;
  }

  public static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  public static int daysInMonth(long year, int month) {
    return month == 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1];
  }

  /** The nearest day of the years 0 to 9999. */
  public static long clampDay(long days) {
    return Math.max(FIRST_DAY, Math.min(LAST_DAY, days));
  }

  /** The nearest second of the years 0 to 9999, both on the local clock. */
  public static long clampSecond(long localSecond) {
    return Math.max(FIRST_DAY * 86_400, Math.min(LAST_DAY * 86_400 + 86_399, localSecond));
  }

  /** From 1, Monday, to 7, Sunday. */
  public static int dayOfWeek(long days) {
    return (int) Math.floorMod(days + 3, 7L) + 1;
  }

  /** From 1. */
  public static int dayOfYear(long days) {
    return (int) (days - toDays(year(pack(days)), 1, 1)) + 1;
  }

  /** The same day {@code months} later, cut to the length of that month. */
  public static long addMonths(long days, long months) {
    long packed = pack(days);
    long count = year(packed) * 12L + month(packed) - 1 + months;
    long year = Math.floorDiv(count, 12L);
    int month = (int) Math.floorMod(count, 12L) + 1;
    return toDays(year, month, Math.min(day(packed), daysInMonth(year, month)));
  }
}
