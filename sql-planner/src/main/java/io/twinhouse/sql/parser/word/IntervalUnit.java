// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units of time by all their names. */
public enum IntervalUnit {
  NANOSECOND("Nanosecond", "NS"),
  MICROSECOND("Microsecond", "MICROSECOND"),
  MILLISECOND("Millisecond", "MS"),
  SECOND("Second", "SS S"),
  MINUTE("Minute", "MI N"),
  HOUR("Hour", "HH H"),
  DAY("Day", "DD D"),
  WEEK("Week", "WK WW"),
  MONTH("Month", "MM M"),
  QUARTER("Quarter", "QQ Q"),
  YEAR("Year", "YYYY YY");

  private static final Map<String, IntervalUnit> BY_NAME = new HashMap<>();

  static {
    for (IntervalUnit unit : values()) {
      BY_NAME.put(unit.name(), unit);
      BY_NAME.put(unit.name() + "S", unit);
      BY_NAME.put("SQL_TSI_" + unit.name(), unit);
      for (String name : unit.shortNames.split(" ")) {
        BY_NAME.put(name, unit);
      }
    }
  }

  private final String title;
  private final String shortNames;

  IntervalUnit(String title, String shortNames) {
    this.title = title;
    this.shortNames = shortNames;
  }

  /** The unit of a name in any case; null if it is none. */
  public static @Nullable IntervalUnit of(String name) {
    return BY_NAME.get(name.toUpperCase(Locale.ROOT));
  }

  /** The function that makes an interval of this unit. */
  public String toInterval() {
    return "toInterval" + title;
  }

  /** The function that takes this part out of a date. */
  public String extract() {
    return switch (this) {
      case DAY -> "toDayOfMonth";
      case WEEK -> "toISOWeek";
      default -> "to" + title;
    };
  }
}
