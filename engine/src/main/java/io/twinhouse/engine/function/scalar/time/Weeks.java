// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.time.CivilDate;

/**
 * Numbers of weeks in MySQL's ten modes. Bit 0: weeks begin on Monday; bit 1: a week belongs to one
 * year alone; bit 2: the first week of a year is the first full one instead of the first with more
 * than half of its days; modes 8 and 9: the week with January 1st is the first.
 */
final class Weeks {

  private static final long FIRST_SUNDAY = CivilDate.toDays(1900, 1, 7);

  /**
   * What the server numbers all weeks of 1900 but the first in mode 8: they count from a Sunday
   * before the first day of its calendar.
   */
  private static final int UNCOUNTED = 135;

  private static final long LAST_DAY = CivilDate.toDays(2299, 12, 31);

  private Weeks() {}

  /** The mode given as second argument, or 0. */
  static int mode(CallSite call) {
    return call.size() > 1 ? (int) call.constantLong(1) : 0;
  }

  /** 1 to 7 from Monday (mode 0), 0 to 6 from Monday (1), 0 to 6 from Sunday (2), 1 to 7 (3). */
  static int dayOfWeek(long days, int mode) {
    int fromMonday = CivilDate.dayOfWeek(days);
    int day = mode >= 2 ? fromMonday % 7 + 1 : fromMonday;
    return mode == 1 || mode == 2 ? day - 1 : day;
  }

  /** First day of the week of {@code days}; weeks begin on Monday in odd modes, else on Sunday. */
  static long start(long days, int mode) {
    int dayOfWeek = CivilDate.dayOfWeek(days);
    return (mode & 1) == 1 ? days - (dayOfWeek - 1) : days - dayOfWeek % 7;
  }

  /** Weeks since 1970, as the server counts them: one less before. */
  static long sinceEpoch(long days) {
    return (start(days, 1) + 7) / 7;
  }

  /** The number of a week within its year. */
  static int number(long days, int mode) {
    int week = week(days, mode, false);
    int year = CivilDate.year(CivilDate.pack(days));
    boolean uncounted = year == 1900 && week == year * 100 + UNCOUNTED;
    return uncounted ? UNCOUNTED : week % 100;
  }

  /**
   * The year of a week times 100 plus its number.
   *
   * @param withYear whether days before the first week count to the last one of the year before
   */
  static int week(long days, int mode, boolean withYear) {
    if (mode >= 8) {
      return newYearWeek(days, mode);
    }
    boolean monday = (mode & 1) != 0;
    boolean wholeYears = withYear || (mode & 2) != 0;
    // MySQL turns the meaning of this bit round for weeks that begin on Sunday.
    boolean firstFull = monday == ((mode & 4) != 0);
    int year = CivilDate.year(CivilDate.pack(days));
    long yearStart = CivilDate.toDays(year, 1, 1);
    int weekday = weekday(yearStart, monday);
    if (days - yearStart < 7 - weekday && startsBefore(weekday, firstFull)) {
      if (!wholeYears && CivilDate.month(CivilDate.pack(days)) == 1) {
        return year * 100;
      }
      year--;
      yearStart = CivilDate.toDays(year, 1, 1);
      weekday = weekday(yearStart, monday);
      wholeYears = true;
    }
    long first = startsBefore(weekday, firstFull) ? yearStart + (7 - weekday) : yearStart - weekday;
    long number = Math.floorDiv(days - first, 7L);
    if (wholeYears && number >= 52) {
      long nextStart = CivilDate.toDays(year + 1, 1, 1);
      int nextWeekday = weekday(nextStart, monday);
      long nextFirst = nextStart - nextWeekday;
      if (!startsBefore(nextWeekday, firstFull) && days >= nextFirst) {
        return (year + 1) * 100 + 1;
      }
    }
    return year * 100 + (int) number + 1;
  }

  /** Whether the week with January 1st still belongs to the year before. */
  private static boolean startsBefore(int weekday, boolean firstFull) {
    return firstFull ? weekday != 0 : weekday >= 4;
  }

  private static int weekday(long days, boolean monday) {
    int fromMonday = CivilDate.dayOfWeek(days);
    return monday ? fromMonday - 1 : fromMonday % 7;
  }

  private static int newYearWeek(long days, int mode) {
    int year = CivilDate.year(CivilDate.pack(days));
    long start = start(days, mode);
    // The calendar that weeks are numbered by ends with 2299.
    int yearOfEnd =
        CivilDate.year(CivilDate.pack(days > LAST_DAY ? start + 6 : Math.min(start + 6, LAST_DAY)));
    if (yearOfEnd > year) {
      return yearOfEnd * 100 + 1;
    }
    if (year == 1900 && (mode & 1) == 0 && days >= FIRST_SUNDAY) {
      return year * 100 + UNCOUNTED;
    }
    long first = start(CivilDate.toDays(year, 1, 1), mode);
    return year * 100 + (int) ((start - first) / 7) + 1;
  }
}
