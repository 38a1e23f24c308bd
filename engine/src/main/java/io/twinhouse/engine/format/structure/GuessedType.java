// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like. Only what ClickHouse takes for the same is told apart; whatever it might
 * see with other eyes is {@link #UNCLEAR}.
 */
enum GuessedType {
  /** Empty or NULL: every type has it. */
  NOTHING("String"),
  INTEGER("Int64"),
  FLOAT("Float64"),
  BOOL("Bool"),
  DATE("Date"),
  TIME("DateTime"),
  FINE_TIME("DateTime64(9)"),
  TEXT("String"),
  UNCLEAR("");

  private static final Pattern INTEGERS = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern FLOATS = Pattern.compile("-?(0|[1-9][0-9]{0,14})\\.[0-9]{1,15}");
  private static final Pattern DATES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern CLOCKS =
      Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?");

  /** A letter first; with digits, no name of a day or month that could begin a date. */
  private static final Pattern WORDS = Pattern.compile("(?s)[\\p{L}_].*");

  private static final Pattern DATES_BY_WORDS =
      Pattern.compile(
          "(?is)(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
              + ".*[0-9].*");

  private static final Pattern SPECIAL =
      Pattern.compile("(?is)nan|inf|infinity|null|none|true|false|t|f|[tf][0-9].*");

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2105;

  private final String sql;

  GuessedType(String sql) {
    this.sql = sql;
  }

  /** ClickHouse's name of the type. */
  String sql() {
    return sql;
  }

  /** What a number, {@code true} or {@code false} without quotes around it is. */
  static GuessedType ofBare(String value) {
    if (value.isEmpty() || value.equals("\\N") || value.equals("null")) {
      return NOTHING;
    }
    if (INTEGERS.matcher(value).matches()) {
      return INTEGER;
    }
    if (FLOATS.matcher(value).matches()) {
      return FLOAT;
    }
    return value.equals("true") || value.equals("false") ? BOOL : UNCLEAR;
  }

  /** What a text between quotes is: a time or a text, never a number. */
  static GuessedType ofQuoted(String value) {
    GuessedType time = ofTime(value);
    if (time != null) {
      return time;
    }
    boolean number = INTEGERS.matcher(value).matches() || FLOATS.matcher(value).matches();
    return value.isEmpty() || number || isWord(value) ? TEXT : UNCLEAR;
  }

  /** What a field of TSV or CSV is. */
  static GuessedType ofField(String value) {
    GuessedType bare = ofBare(value);
    if (bare != UNCLEAR) {
      return bare;
    }
    GuessedType time = ofTime(value);
    if (time != null) {
      return time;
    }
    return isWord(value) ? TEXT : UNCLEAR;
  }

  private static boolean isWord(String value) {
    return WORDS.matcher(value).matches()
        && !SPECIAL.matcher(value).matches()
        && !DATES_BY_WORDS.matcher(value).matches();
  }

  private static @Nullable GuessedType ofTime(String value) {
    int day = "2026-01-01".length();
    if (value.length() < day || !DATES.matcher(value.substring(0, day)).matches()) {
      return null;
    }
    try {
      int year = LocalDate.parse(value.substring(0, day)).getYear();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        return null;
      }
    } catch (DateTimeParseException none) {
      return null;
    }
    if (value.length() == day) {
      return DATE;
    }
    boolean clock = value.charAt(day) == ' ' && CLOCKS.matcher(value.substring(day + 1)).matches();
    return !clock ? null : value.indexOf('.') < 0 ? TIME : FINE_TIME;
  }

  /** The type of a column that has values of both. */
  GuessedType with(GuessedType other) {
    if (this == other || other == NOTHING) {
      return this;
    }
    if (this == NOTHING) {
      return other;
    }
    if (this == UNCLEAR || other == UNCLEAR) {
      return UNCLEAR;
    }
    if (Math.max(ordinal(), other.ordinal()) == FLOAT.ordinal()) {
      return FLOAT;
    }
    if (this == TEXT || other == TEXT) {
      return TEXT;
    }
    boolean dayAndTime = Math.min(ordinal(), other.ordinal()) >= DATE.ordinal();
    return dayAndTime ? values()[Math.max(ordinal(), other.ordinal())] : UNCLEAR;
  }
}
