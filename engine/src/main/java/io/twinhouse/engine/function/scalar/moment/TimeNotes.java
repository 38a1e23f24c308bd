// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;

/** What has been read of one time so far. What is not said keeps its default. */
final class TimeNotes {

  private static final int YEAR_OF_DAYS = 2000;

  /** Which of the ways to name a day was used last. */
  private enum Day {
    OF_MONTH,
    OF_YEAR,
    OF_WEEK
  }

  private final boolean fine;
  private Day day = Day.OF_MONTH;
  private boolean hasYear;
  private boolean hasDay;
  private int year;
  private int month;
  private int dayOfMonth;
  private int dayOfYear;
  private int hour;
  private boolean halfDay;
  private boolean afternoon;
  private int minute;
  private int second;
  private int micros;
  private int offset;
  private boolean hasOffset;

  /** Notes for a time with microseconds, or without. */
  TimeNotes(boolean fine) {
    this.fine = fine;
    reset();
  }

  void reset() {
    day = Day.OF_MONTH;
    hasYear = false;
    hasDay = false;
    year = 1970;
    month = 1;
    dayOfMonth = 1;
    dayOfYear = 1;
    hour = 0;
    halfDay = false;
    afternoon = false;
    minute = 0;
    second = 0;
    micros = 0;
    offset = 0;
    hasOffset = false;
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw TimeProgram.malformed(
          "Value "
              + value
              + " for "
              + what
              + " must be in the range ["
              + least
              + ", "
              + most
              + "]");
    }
  }

  void year(int value) {
    check("year", value, fine ? 0 : 1970, fine ? 9999 : 2106);
    year = value;
    hasYear = true;
  }

  void month(int value) {
    check("month of year", value, 1, 12);
    month = value;
    atMonth();
  }

  void dayOfMonth(int value) {
    check("day of month", value, 1, 31);
    dayOfMonth = value;
    atMonth();
  }

  private void atMonth() {
    day = Day.OF_MONTH;
    setDay();
  }

  private void setDay() {
    hasDay = true;
    year = hasYear ? year : YEAR_OF_DAYS;
  }

  void dayOfYear(int value) {
    check("day of year", value, 1, 366);
    dayOfYear = value;
    day = Day.OF_YEAR;
    setDay();
  }

  void dayOfWeek() {
    day = Day.OF_WEEK;
    setDay();
  }

  void hour(int value) {
    check("hour", value, 0, 23);
    hour = value;
    halfDay = false;
  }

  void hourOfHalfDay(int value) {
    check("hour", value, 1, 12);
    hour = value % 12;
    halfDay = true;
  }

  /** Counted from 0 to 11. */
  void hourFromZeroOfHalfDay(int value) {
    check("hour", value, 0, 11);
    hour = value;
    halfDay = true;
  }

  /** Counted from 1 to 24. */
  void hourFromOne(int value) {
    check("hour", value, 1, 24);
    hour = value % 24;
    halfDay = false;
  }

  void afternoon(boolean value) {
    afternoon = value;
  }

  void minute(int value) {
    check("minute", value, 0, 59);
    minute = value;
  }

  void second(int value) {
    check("second", value, 0, 59);
    second = value;
  }

  void micros(int value) {
    micros = value;
  }

  void offset(int seconds) {
    offset = seconds;
    hasOffset = true;
  }

  int micros() {
    return micros;
  }

  /** Seconds since 1970. */
  long instant(ZoneClock clock) {
    long days = days();
    int hours = halfDay && afternoon ? hour + 12 : hour;
    long local = days * 86_400 + hours * 3600L + minute * 60L + second;
    if (hasOffset) {
      return local - offset;
    }
    // The server takes the offset that holds at this count of seconds, not at the instant meant:
    // around changes of the clock it reads other times than toDateTime does.
    return local - clock.offsetAt(local);
  }

  private long days() {
    int known = hasYear || !hasDay ? year : YEAR_OF_DAYS;
    switch (day) {
      case OF_WEEK:
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "A time that is given by its day of the week");
      case OF_YEAR:
        if (dayOfYear > (CivilDate.isLeap(known) ? 366 : 365)) {
          throw TimeProgram.malformed(
              "Invalid date, out of range: day " + dayOfYear + " of " + known);
        }
        return CivilDate.toDays(known, 1, 1) + dayOfYear - 1;
      default:
        if (dayOfMonth > CivilDate.daysInMonth(known, month)) {
          throw TimeProgram.malformed(
              "Invalid date, out of range (year: "
                  + known
                  + " month: "
                  + month
                  + " day_of_month: "
                  + dayOfMonth
                  + ")");
        }
        return CivilDate.toDays(known, month, dayOfMonth);
    }
  }
}
