// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import static io.twinhouse.engine.text.TextInput.isDigit;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in any of the usual forms: parts in whatever order, told apart by how many digits they
 * have and what stands behind them, names of months and days, AM and PM, offsets from UTC. What is
 * missing is the first month, the first day or midnight; the year is the last one in which the day
 * was not yet to come. One text at a time, not safe for use by several threads.
 */
final class BestEffortTime {

  /** By their first three letters or as a whole. */
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /** Signs behind a year at which a text ends. */
  private static final String ENDS = "\"',;";

  private static final int LONGEST_WORD = 9;
  private static final int MOST_DIGITS = 19;
  private static final int DAY = 86_400;

  private final ZoneClock clock;
  private final boolean monthFirst;
  private final boolean fine;
  private final TextInput in;

  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int offsetHour;
  private int offsetMinute;
  private boolean timed;
  private boolean offset;
  private boolean behind;
  private boolean morning;
  private boolean afternoon;
  private boolean comma;
  private int digits;
  private long number;
  private boolean settled;
  private boolean unended;
  private @Nullable String failure;

  private long epochSecond;
  private long nanos;

  /**
   * @param fine whether a fraction of the second counts
   */
  BestEffortTime(TextInput in, ZoneClock clock, boolean monthFirst, boolean fine) {
    this.in = in;
    this.clock = clock;
    this.monthFirst = monthFirst;
    this.fine = fine;
  }

  long epochSecond() {
    return epochSecond;
  }

  long nanos() {
    return nanos;
  }

  /** Reads up to the end; false when the text is no time, which the input then tells of. */
  boolean read() {
    int from = in.position();
    boolean going = true;
    while (going && !in.atEnd() && !(isWhole() && isDigit(in.peek()))) {
      going = readPart();
    }
    if (failure == null && !settled) {
      settle();
    }
    if (failure != null) {
      in.moveTo(from);
      return in.fail(
          ErrorCode.CANNOT_PARSE_DATETIME, "Cannot read DateTime: " + failure + ": " + in.text());
    }
    if (unended || !in.atEnd()) {
      in.moveTo(from);
      return in.fail(
          ErrorCode.CANNOT_PARSE_TEXT,
          "Cannot parse string '" + in.text() + "' as DateTime: syntax error");
    }
    return true;
  }

  /** Whether no digits may follow. */
  private boolean isWhole() {
    return timed && year != 0 && month != 0 && day != 0;
  }

  private boolean fail(String message) {
    failure = message;
    return false;
  }

  /** Reads one part; false when nothing more can be read. */
  private boolean readPart() {
    boolean half = year != 0 && !timed || year == 0 && timed;
    if (half && in.peek() == ',') {
      comma = true;
      in.advance(1);
      if (in.atEnd()) {
        return false;
      }
    }
    readDigits();
    boolean first = year == 0 && !timed;
    return switch (digits) {
      case 0 -> readSign();
      case 1, 2 -> readShort();
      case 4 -> year == 0 ? readYear() : tooMany();
      case 6 -> readSix();
      case 8 -> year == 0 ? readDate() : tooMany();
      case 9, 10 -> first ? readStamp(digits) : tooMany();
      case 13, 16, 19 -> readStamp(10);
      case 14 -> first ? readDate() : tooMany();
      default -> tooMany();
    };
  }

  private boolean tooMany() {
    return fail("unexpected number of decimal digits: " + digits);
  }

  /** Up to 19 digits into {@link #number}. */
  private void readDigits() {
    digits = 0;
    number = 0;
    while (digits < MOST_DIGITS && isDigit(in.peek())) {
      number = number * 10 + in.peek() - '0';
      digits++;
      in.advance(1);
    }
  }

  /** Seconds since 1970 with the digits of a fraction behind them. */
  private boolean readStamp(int whole) {
    long unit = 1;
    for (int i = whole; i < digits; i++) {
      unit *= 10;
    }
    // nineteen digits need the sign's bit, too
    epochSecond = Long.divideUnsigned(number, unit);
    nanos = Long.remainderUnsigned(number, unit) * (1_000_000_000L / unit);
    if (unit == 1 && fine && in.peek() == '.') {
      readFraction();
    }
    settled = true;
    return false;
  }

  /** Eight digits of a date, and six of a time behind them if there are fourteen. */
  private boolean readDate() {
    long date = number;
    if (digits == 14) {
      addTime((int) (number % 1_000_000));
      date = number / 1_000_000;
    }
    year = (int) (date / 10_000);
    month += (int) (date / 100 % 100);
    day += (int) (date % 100);
    return true;
  }

  private void addTime(int digitsOfTime) {
    hour += digitsOfTime / 10_000;
    minute += digitsOfTime / 100 % 100;
    second += digitsOfTime % 100;
    timed = true;
  }

  /** A year and a month, or a time. */
  private boolean readSix() {
    if (year == 0 && month == 0) {
      year = (int) (number / 100);
      month = (int) (number % 100);
      return true;
    }
    if (timed) {
      return fail("ambiguous 6 digits, it can be YYYYMM or hhmmss");
    }
    addTime((int) number);
    return true;
  }

  /** A year, and a month and a day behind the same sign each. */
  private boolean readYear() {
    year = (int) number;
    if (in.atEnd()) {
      return true;
    }
    int sign = in.peek();
    if (sign < ' ' || sign > '~' || ENDS.indexOf(sign) >= 0) {
      return false;
    }
    if (month != 0) {
      return true;
    }
    in.advance(1);
    readDigits();
    if (sign == ' ' && digits != 1 && digits != 2) {
      return true;
    }
    if (digits != 1 && digits != 2) {
      return fail("unexpected number of decimal digits after year: " + digits);
    }
    month += (int) number;
    return in.peek() != sign || readDayBehind(sign);
  }

  private boolean readDayBehind(int sign) {
    in.advance(1);
    readDigits();
    boolean isDay = digits == 1 || digits == 2;
    if (isDay) {
      day += (int) number;
    }
    return isDay
        || sign == ' '
        || fail("unexpected number of decimal digits after year and month: " + digits);
  }

  /** One or two digits: an hour before a colon, else a day, or a month where those come first. */
  private boolean readShort() {
    int value = (int) number;
    if (in.skip(':')) {
      return readTime(value);
    }
    if (in.skip(',')) {
      if (month != 0 && day == 0) {
        day = value;
      }
      return true;
    }
    if (skipSign()) {
      return readDayAndMonth(value);
    }
    if (day != 0) {
      hour = value;
    } else {
      day = value;
    }
    return true;
  }

  private boolean skipSign() {
    return in.skip('/') || in.skip('.') || in.skip('-');
  }

  private boolean readTime(int value) {
    if (timed) {
      return fail("time component is duplicated");
    }
    hour = value;
    timed = true;
    readDigits();
    if (digits != 1 && digits != 2) {
      return fail("unexpected number of decimal digits after hour: " + digits);
    }
    minute += (int) number;
    if (in.skip(':')) {
      readDigits();
      if (digits != 1 && digits != 2) {
        return fail("unexpected number of decimal digits after hour and minute: " + digits);
      }
      second += (int) number;
    }
    return true;
  }

  private boolean readDayAndMonth(int value) {
    if (day != 0) {
      return fail("day of month is duplicated");
    }
    readDigits();
    if (digits == 0 && !monthFirst) {
      day = value;
      return readMonthName();
    } else if (digits != 1 && digits != 2) {
      return fail("unexpected number of decimal digits after day of month: " + digits);
    } else if (monthFirst) {
      month = value;
      day += (int) number;
    } else {
      day = value;
      month += (int) number;
    }
    if (month > 12) {
      int swapped = month;
      month = day;
      day = swapped;
    }
    return readYearBehind();
  }

  private boolean readYearBehind() {
    if (skipSign()) {
      readDigits();
      if (digits != 4 && digits != 2) {
        return fail("unexpected number of decimal digits after day of month and month: " + digits);
      }
      int century = number >= 70 ? 1900 : 2000;
      year += (int) number + (digits == 2 ? century : 0);
    }
    return true;
  }

  /** The name of a month behind a day, and a year or a blank behind it. */
  private boolean readMonthName() {
    if (!setMonth(word())) {
      return fail("alphabetical characters after day of month don't look like month");
    }
    if (in.peek() == ' ') {
      return true;
    }
    if (in.atEnd()) {
      // what the server reads hangs on what lies in its memory behind the text
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A time that ends with the month, '" + in.text() + "', is not implemented; add the year");
    }
    boolean going = in.peek() == '/' || in.peek() == '.' || in.peek() == '-';
    unended = !going;
    return going && readYearBehind();
  }

  private boolean setMonth(String word) {
    int at = place(MONTHS, word);
    month = at < 0 ? month : at + 1;
    return at >= 0;
  }

  private static int place(List<String> names, String word) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(word) || word.length() == 3 && names.get(i).startsWith(word)) {
        return i;
      }
    }
    return -1;
  }

  /** The letters that stand here, small ones; of a word that is too long its beginning. */
  private String word() {
    StringBuilder word = new StringBuilder();
    while (word.length() <= LONGEST_WORD && isLetter(in.peek())) {
      word.append(Character.toLowerCase((char) in.peek()));
      in.advance(1);
    }
    return word.toString();
  }

  private static boolean isLetter(int next) {
    return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
  }

  /** What is no digit: blanks, separators, an offset or a word. */
  private boolean readSign() {
    int sign = in.peek();
    if (sign == ' ' || sign == 'T' && year != 0 && !timed) {
      in.advance(1);
      return true;
    }
    if (sign == 'Z') {
      in.advance(1);
      offset = true;
      return true;
    }
    if (sign == '.') {
      if (!timed) {
        return fail("unexpected point symbol");
      }
      readFraction();
      return true;
    }
    return sign == '+' || sign == '-' ? readOffset(sign == '-') : readWord();
  }

  /** The digits behind a point; the last ones of more than nine do not count. */
  private void readFraction() {
    in.advance(1);
    long unit = 100_000_000;
    nanos = 0;
    while (isDigit(in.peek())) {
      nanos += unit * (in.peek() - '0');
      unit /= 10;
      in.advance(1);
    }
  }

  private boolean readOffset(boolean negative) {
    in.advance(1);
    offset = true;
    behind |= negative;
    readDigits();
    if (digits < 1 || digits > 4) {
      return fail("unexpected number of decimal digits for time zone offset: " + digits);
    }
    boolean minutes = digits > 2;
    offsetHour += (int) (minutes ? number / 100 : number);
    offsetMinute += (int) (minutes ? number % 100 : 0);
    if (!minutes && in.skip(':')) {
      readDigits();
      if (digits != 1 && digits != 2) {
        return fail("unexpected number of decimal digits for time zone offset in minutes");
      }
      offsetMinute += (int) number;
    }
    return true;
  }

  private boolean readWord() {
    String word = word();
    if (word.isEmpty()) {
      return false;
    }
    if (word.length() == 1) {
      return fail("unexpected alphabetical character");
    }
    if (word.equals("am") || word.equals("pm")) {
      morning |= word.equals("am");
      afternoon |= word.equals("pm");
      return true;
    }
    if (setMonth(word)) {
      return true;
    }
    if (place(DAYS, word) >= 0) {
      in.skip(',');
      return true;
    }
    int moscow = word.equals("msk") ? 3 : word.equals("msd") ? 4 : 0;
    if (moscow == 0 && !word.equals("utc") && !word.equals("gmt")) {
      return fail("unexpected word");
    }
    offset = true;
    offsetHour = moscow > 0 ? moscow : offsetHour;
    return true;
  }

  /** Puts the parts together. */
  private void settle() {
    boolean whole = year != 0 && month != 0 && day != 0;
    if (year == 0 && month == 0 && day == 0 && !timed) {
      fail("neither Date nor Time was parsed successfully");
    } else if (comma && !(timed && whole)) {
      fail("unexpected word after Date");
    } else {
      settleDate();
    }
  }

  private void settleDate() {
    day = day == 0 ? 1 : day;
    month = month == 0 ? 1 : month;
    if (year == 0) {
      year = lastYear();
    }
    if (month > 12 || day > 31 || day > CivilDate.daysInMonth(year, month)) {
      fail("unexpected date: " + year + "-" + month + "-" + day);
      return;
    }
    settleTime();
  }

  private void settleTime() {
    if (morning && hour == 12) {
      hour = 0;
    }
    if (afternoon && hour < 12) {
      hour += 12;
    }
    long local = CivilDate.toDays(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
    long ahead = offsetHour * 3600L + offsetMinute * 60L;
    epochSecond = offset ? local + (behind ? ahead : -ahead) : clock.toInstant(local);
  }

  private int lastYear() {
    long today = Math.floorDiv(clock.toLocal(System.currentTimeMillis() / 1000), (long) DAY);
    int thisYear = CivilDate.year(CivilDate.pack(today));
    boolean known = month <= 12 && day <= 31;
    return known && CivilDate.toDays(thisYear, month, day) > today ? thisYear - 1 : thisYear;
  }
}
