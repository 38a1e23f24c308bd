// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.scalar.moment.TimeProgram.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a format with Joda's letters: how often a letter is repeated says how many digits a
 * number has at most, two for most numbers at least. Text between single quotes stands for itself.
 */
final class JodaProgram {

  /** More digits than that the server refuses text by text. */
  private static final int MOST_DIGITS = 18;

  private static final int MICRO_DIGITS = 6;

  private final CallSite call;
  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private JodaProgram(CallSite call) {
    this.call = call;
  }

  static TimeProgram of(CallSite call, String format) {
    JodaProgram program = new JodaProgram(call);
    for (int at = 0; at < format.length(); ) {
      char sign = format.charAt(at);
      if (sign == '\'') {
        at = program.quoted(format, at + 1);
        continue;
      }
      int end = at + 1;
      while (end < format.length() && format.charAt(end) == sign) {
        end++;
      }
      if ((sign | 32) >= 'a' && (sign | 32) <= 'z') {
        program.flush();
        program.steps.add(program.step(sign, end - at));
      } else {
        program.literal.append(format, at, end);
      }
      at = end;
    }
    program.flush();
    return new TimeProgram(program.steps);
  }

  /**
   * How many digits a fraction of a second has; 0 without one.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for several that differ
   */
  static int fractionDigits(CallSite call, String format) {
    int digits = 0;
    boolean quoted = false;
    for (int at = 0; at < format.length(); ) {
      char sign = format.charAt(at);
      int end = at + 1;
      while (sign == 'S' && end < format.length() && format.charAt(end) == sign) {
        end++;
      }
      quoted ^= sign == '\'';
      if (sign == 'S' && !quoted) {
        if (digits != 0 && digits != end - at) {
          throw call.notImplemented("several fractions in a format");
        }
        digits = end - at;
      }
      at = end;
    }
    return digits;
  }

  private void flush() {
    if (literal.length() > 0) {
      byte[] bytes = literal.toString().getBytes(StandardCharsets.UTF_8);
      steps.add((text, notes) -> text.literal(bytes));
      literal.setLength(0);
    }
  }

  /** Reads on behind a quote; two quotes in a row are one that stands for itself. */
  private int quoted(String format, int start) {
    if (start < format.length() && format.charAt(start) == '\'') {
      literal.append('\'');
      return start + 1;
    }
    for (int at = start; at < format.length(); at++) {
      char sign = format.charAt(at);
      boolean isQuote = sign == '\'';
      if (isQuote && (at + 1 == format.length() || format.charAt(at + 1) != '\'')) {
        return at + 1;
      }
      literal.append(sign);
      at += isQuote ? 1 : 0;
    }
    throw call.refuse(ErrorCode.BAD_ARGUMENTS, "No closing single quote for literal");
  }

  private Step step(char letter, int count) {
    Step step = count > MOST_DIGITS ? null : day(letter, count);
    step = step == null && count <= MOST_DIGITS ? time(letter, count) : step;
    if (step == null) {
      throw call.notImplemented("the letter " + letter + " in a format of Joda's");
    }
    return step;
  }

  private static @Nullable Step day(char letter, int count) {
    int most = Math.max(2, count);
    return switch (letter) {
      case 'y' -> (text, notes) -> notes.year(year(text, count, true));
      case 'Y' -> (text, notes) -> notes.year(year(text, count, false));
      case 'M' ->
          count <= 2
              ? (text, notes) -> notes.month(text.number(2))
              : (text, notes) -> notes.month(text.nameOrStart(TimeProgram.MONTHS) + 1);
      case 'd' -> (text, notes) -> notes.dayOfMonth(text.number(most));
      case 'D' -> (text, notes) -> notes.dayOfYear(text.number(Math.max(3, count)));
      case 'E' ->
          (text, notes) -> {
            text.nameOrStart(TimeProgram.DAYS);
            notes.dayOfWeek();
          };
      default -> null;
    };
  }

  /** Two letters read two digits as a year from 1970 on; a sign may be before the others. */
  private static int year(TextCursor text, int count, boolean signed) {
    boolean negative = signed && text.pass('-');
    if (signed && !negative) {
      text.pass('+');
    }
    int from = text.place();
    int year = text.number(count);
    if (count == 2 && text.place() - from == 2) {
      year += year >= 70 ? 1900 : 2000;
    }
    return negative ? -year : year;
  }

  private static @Nullable Step time(char letter, int count) {
    int most = Math.max(2, count);
    return switch (letter) {
      case 'a' -> (text, notes) -> notes.afternoon(text.name(TimeProgram.HALVES, 0) == 1);
      case 'K' -> (text, notes) -> notes.hourFromZeroOfHalfDay(text.number(most));
      case 'h' -> (text, notes) -> notes.hourOfHalfDay(text.number(most));
      case 'H' -> (text, notes) -> notes.hour(text.number(most));
      case 'k' -> (text, notes) -> notes.hourFromOne(text.number(most));
      case 'm' -> (text, notes) -> notes.minute(text.number(most));
      case 's' -> (text, notes) -> notes.second(text.number(most));
      case 'S' -> fraction(count, most);
      default -> null;
    };
  }

  /** A number of units of the last place: fewer digits are not filled up behind. */
  private static @Nullable Step fraction(int count, int most) {
    if (count > MICRO_DIGITS) {
      return null;
    }
    int unit = 1;
    for (int i = count; i < MICRO_DIGITS; i++) {
      unit *= 10;
    }
    int micros = unit;
    return (text, notes) -> notes.micros(text.number(most) * micros);
  }
}
