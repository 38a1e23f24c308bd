// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser.word;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What EXTRACT takes out of a date besides the units of intervals. */
public final class DatePart {
  private DatePart() {}

  /** The function for a part, in capitals; null if one function does not do. */
  public static @Nullable String function(String part) {
    return switch (part) {
      case "EPOCH" -> "toUnixTimestamp";
      case "DOW", "ISODOW" -> "toDayOfWeek";
      case "DOY" -> "toDayOfYear";
      case "ISOYEAR" -> "toISOYear";
      default -> null;
    };
  }

  /** Whether the part counts years in groups. */
  public static boolean isCalendar(String part) {
    return part.equals("DECADE") || part.equals("CENTURY") || part.equals("MILLENNIUM");
  }

  public static Expr call(Position start, String part, String function, Expr date) {
    if (!part.equals("DOW")) {
      return new Call(start, function, List.of(date));
    }
    return new Call(start, function, List.of(date, new Literal.Number(start, "2")));
  }

  /** Decades count from year 0, centuries and millennia from year 1. */
  public static Expr calendar(Position start, String part, Expr date) {
    Expr year = new Call(start, "__toYearCalendarOnly", List.of(date));
    Literal one = new Literal.Number(start, "1");
    if (part.equals("DECADE")) {
      return new Call(start, "intDiv", List.of(year, new Literal.Number(start, "10")));
    }
    String length = part.equals("CENTURY") ? "100" : "1000";
    Expr before = new Call(start, "minus", List.of(year, one));
    Expr full = new Call(start, "intDiv", List.of(before, new Literal.Number(start, length)));
    return new Call(start, "plus", List.of(full, one));
  }
}
