// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.parser.word.IntervalUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of intervals that go from one unit to another, as in the SQL standard. Stateless. */
final class CompoundInterval {

  private static final List<IntervalUnit> MONTHS = List.of(IntervalUnit.YEAR, IntervalUnit.MONTH);
  private static final List<IntervalUnit> TIMES =
      List.of(IntervalUnit.DAY, IntervalUnit.HOUR, IntervalUnit.MINUTE, IntervalUnit.SECOND);

  /** More digits are no amount. */
  private static final String AMOUNT = "([0-9]{1,18})";

  private CompoundInterval() {}

  /** An interval of each unit from the first to the last; empty when the text does not fit. */
  static List<Expr> amounts(Position start, String text, IntervalUnit from, IntervalUnit to) {
    List<IntervalUnit> order = MONTHS.contains(from) ? MONTHS : TIMES;
    int first = order.indexOf(from);
    int last = order.indexOf(to);
    if (first < 0 || last <= first) {
      return List.of();
    }
    List<IntervalUnit> units = order.subList(first, last + 1);
    Matcher matcher = pattern(units).matcher(text);
    if (!matcher.matches()) {
      return List.of();
    }
    List<Expr> amounts = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      long amount = Long.parseLong(matcher.group(i + 2));
      if (i > 0 && amount >= limit(units.get(i))) {
        return List.of();
      }
      Expr number = new Literal.Number(start, Long.toString(amount));
      Expr interval = new Call(start, units.get(i).toInterval(), List.of(number));
      boolean negative = matcher.group(1).equals("-");
      amounts.add(negative ? new Call(start, "negate", List.of(interval)) : interval);
    }
    return amounts;
  }

  private static Pattern pattern(List<IntervalUnit> units) {
    StringBuilder pattern = new StringBuilder("([+-]?)");
    for (int i = 0; i < units.size(); i++) {
      String before =
          switch (units.get(i)) {
            case MONTH -> "-";
            case HOUR -> " ";
            default -> ":";
          };
      pattern.append(i == 0 ? "" : before).append(AMOUNT);
    }
    return Pattern.compile(pattern.toString());
  }

  private static long limit(IntervalUnit unit) {
    return switch (unit) {
      case MONTH -> 12;
      case HOUR -> 24;
      default -> 60;
    };
  }
}
