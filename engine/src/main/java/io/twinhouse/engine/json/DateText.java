// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a string may be to ClickHouse's date recognition.
 *
 * @param form what it looks like
 * @param seconds for dates and times seconds since 1970
 * @param nanos for times the fraction
 */
public record DateText(Form form, long seconds, int nanos) {

  /** The forms. */
  public enum Form {
    /** Never a date, whatever was there before. */
    TEXT,
    /** Text where no dates were before; where there were some, a lenient parser may take it. */
    TEXT_UNLESS_AMONG_DATES,
    DATE,
    TIME,
    TIME_WITH_FRACTION,
    /** The server may recognise it; Twinhouse does not know as what. */
    UNKNOWN
  }

  static final DateText TEXT = new DateText(Form.TEXT, 0, 0);
  private static final DateText AMONG = new DateText(Form.TEXT_UNLESS_AMONG_DATES, 0, 0);
  private static final DateText UNKNOWN = new DateText(Form.UNKNOWN, 0, 0);

  private static final int LONGEST = 64;

  private static final Pattern DATE = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T](\\d{1,2}):(\\d{1,2})"
              + "(?::(\\d{1,2})(?:\\.(\\d*))?)?(?: ?(Z|UTC|GMT|([+-])(\\d{2})(?::?(\\d{2}))?))?");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  private static final Set<String> DATE_WORDS =
      Set.of(
          "t",
          "z",
          "utc",
          "gmt",
          "am",
          "pm",
          "jan",
          "feb",
          "mar",
          "apr",
          "may",
          "jun",
          "jul",
          "aug",
          "sep",
          "oct",
          "nov",
          "dec",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  /** Year, month and day, or a month's name among numbers: what the recognition asks for. */
  private static final Pattern FULL_DATE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}|\\d{4})[-/]\\d{1,2}[-/](\\d{2}|\\d{4})(?!\\d)"
              + "|\\d.*[A-Za-z]{3,}.*\\d|[A-Za-z]{3,}.*\\d+.*\\d");

  private static final long DATETIME_END = 1L << 32;
  private static final int DATE_END = 1 << 16;

  public static DateText of(byte[] data, int from, int length) {
    if (length == 0 || length > LONGEST || !mayBeDate(data, from, length)) {
      return TEXT;
    }
    if (!hasSeparator(data, from, length)) {
      return AMONG;
    }
    String text = new String(data, from, length, StandardCharsets.US_ASCII);
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (!DATE_WORDS.contains(words.group().toLowerCase(Locale.ROOT))) {
        return TEXT;
      }
    }
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      return date(number(date, 1), number(date, 3), number(date, 4));
    }
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return time(time);
    }
    return FULL_DATE.matcher(text).find() ? UNKNOWN : AMONG;
  }

  /** Whether there is a digit, and nothing that no date holds; short runs of letters included. */
  private static boolean mayBeDate(byte[] data, int from, int length) {
    boolean digit = false;
    int letters = 0;
    for (int i = from; i < from + length; i++) {
      int c = data[i];
      int lower = c | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        letters++;
        continue;
      }
      if (letters > 0 && !mayBeWord(data, i - letters, letters)) {
        return false;
      }
      letters = 0;
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (" -/.:,+".indexOf(c) < 0) {
        return false;
      }
    }
    return digit && (letters == 0 || mayBeWord(data, from + length - letters, letters));
  }

  /** Settles what is short: T, Z, AM, PM. */
  private static boolean mayBeWord(byte[] data, int from, int length) {
    int first = data[from] | 0x20;
    return switch (length) {
      case 1 -> first == 't' || first == 'z';
      case 2 -> (first == 'a' || first == 'p') && (data[from + 1] | 0x20) == 'm';
      default -> true;
    };
  }

  /** Whether there is what every date has beside its digits: a dash, a slash or a month's name. */
  private static boolean hasSeparator(byte[] data, int from, int length) {
    for (int i = from; i < from + length; i++) {
      int c = data[i];
      if (c == '-' || c == '/' || c > '9') {
        return true;
      }
    }
    return false;
  }

  private static DateText date(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return AMONG;
    }
    long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
    if (days >= 0 && days < DATE_END) {
      return new DateText(Form.DATE, days * 86_400, 0);
    }
    if (YearMonth.of(year, month).lengthOfMonth() < day) {
      return UNKNOWN;
    }
    return outsideDateTime(year, days * 86_400, 0, Form.DATE);
  }

  /** Times that only a DateTime64 holds, and those that not even it does. */
  private static DateText outsideDateTime(int year, long seconds, int nanos, Form form) {
    if (year >= 1900 && year < 2262) {
      return new DateText(form, seconds, nanos);
    }
    return year < 1600 || year > 2262 ? AMONG : UNKNOWN;
  }

  private static DateText time(Matcher time) {
    int year = number(time, 1);
    int month = number(time, 2);
    int day = number(time, 3);
    int hour = number(time, 4);
    int minute = number(time, 5);
    int second = time.group(6) == null ? 0 : number(time, 6);
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return AMONG;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return UNKNOWN;
    }
    long local = LocalDate.of(year, month, day).toEpochDay() * 86_400;
    long seconds = local + hour * 3600L + minute * 60L + second - offset(time);
    String fraction = time.group(7);
    Form form = fraction == null ? Form.TIME : Form.TIME_WITH_FRACTION;
    int nanos = fraction == null ? 0 : nanos(fraction);
    return seconds >= 0 && seconds < DATETIME_END
        ? new DateText(form, seconds, nanos)
        : outsideDateTime(year, seconds, nanos, form);
  }

  private static long offset(Matcher time) {
    if (time.group(9) == null) {
      return 0;
    }
    long minutes = time.group(11) == null ? 0 : number(time, 11);
    long offset = number(time, 10) * 3600L + minutes * 60;
    return time.group(9).equals("-") ? -offset : offset;
  }

  private static int nanos(String fraction) {
    String digits = (fraction + "000000000").substring(0, 9);
    return Integer.parseInt(digits);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  boolean isDate() {
    return form == Form.DATE || form == Form.TIME || form == Form.TIME_WITH_FRACTION;
  }

  /** The narrowest kind that holds it where nothing was before. */
  JsonKind kind() {
    boolean inDateTime = seconds >= 0 && seconds < DATETIME_END;
    if (form == Form.DATE && seconds >= 0 && seconds < DATE_END * 86_400L) {
      return JsonKind.DATE;
    }
    return form == Form.TIME && inDateTime ? JsonKind.DATE_TIME : JsonKind.DATE_TIME_64;
  }

  /** The value in the lane of {@code kind}; what lies before 1970 becomes 1970 where it must. */
  long lane(JsonKind kind) {
    return switch (kind) {
      case DATE -> Math.max(0, Math.floorDiv(seconds, 86_400L));
      case DATE_TIME -> Math.max(0, seconds);
      default -> Math.addExact(Math.multiplyExact(seconds, 1_000_000_000L), nanos);
    };
  }
}
