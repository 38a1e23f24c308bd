// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Plain;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells dates and times from other texts. */
final class DatedText {

  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})([-/])([0-9]{1,2})\\2([0-9]{1,2})");

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]"
              + "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?");

  private static final Pattern BY_SLASHES = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");

  /** What the server's search for times may find one in, too. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "(?is)\\s*[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}.*"
              + "|\\s*[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}.*|[0-9]{8}[T ][0-9].*");

  /** Looked for on its own: with digits around it in one pattern long texts take their square. */
  private static final Pattern MONTH =
      Pattern.compile("(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec");

  private static final int FEWEST_DIGITS = 5;
  private static final int FIRST_YEAR = 1970;
  private static final int FIRST_FINE_YEAR = 1900;
  private static final int LAST_YEAR_OF_TIMES = 2105;
  private static final int LAST_YEAR_OF_DATES = 2148;
  private static final int LAST_FINE_YEAR = 2261;

  private DatedText() {}

  /** DATE, TIME, FINE_TIME, UNCLEAR, or null for a text that is none. */
  static @Nullable Plain of(String text, StructureSettings settings) {
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      return settings.seen(ofDay(date.group(1), date.group(3), date.group(4)));
    }
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      Plain day = ofDay(time.group(1), time.group(2), time.group(3));
      if (day == Plain.UNCLEAR || day == Plain.TEXT) {
        return Plain.UNCLEAR;
      }
      boolean fits = Integer.parseInt(time.group(1)) <= LAST_YEAR_OF_TIMES && day == Plain.DATE;
      return settings.seen(fits && time.group(6) == null ? Plain.TIME : Plain.FINE_TIME);
    }
    Matcher slashes = BY_SLASHES.matcher(text);
    if (slashes.matches()) {
      Plain day = ofDay(slashes.group(3), slashes.group(2), slashes.group(1));
      boolean fits = Integer.parseInt(slashes.group(3)) <= LAST_YEAR_OF_TIMES;
      return day == Plain.DATE && fits ? settings.seen(Plain.TIME) : Plain.UNCLEAR;
    }
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean suspect =
        digits >= FEWEST_DIGITS && (SUSPECT.matcher(text).matches() || MONTH.matcher(text).find());
    return suspect ? Plain.UNCLEAR : null;
  }

  private static Plain ofDay(String yearText, String monthText, String dayText) {
    int year = Integer.parseInt(yearText);
    int month = Integer.parseInt(monthText);
    int day = Integer.parseInt(dayText);
    if (month < 1 || month > 12) {
      return Plain.TEXT;
    }
    if (year < FIRST_FINE_YEAR
        || year == LAST_YEAR_OF_DATES + 1
        || year > LAST_FINE_YEAR
        || day < 1
        || day > YearMonth.of(year, month).lengthOfMonth()) {
      return Plain.UNCLEAR;
    }
    return year >= FIRST_YEAR && year <= LAST_YEAR_OF_DATES ? Plain.DATE : Plain.FINE_TIME;
  }
}
