// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.CallSite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format, one with MySQL's letters, compiled into steps that read. Stateless. */
final class TimeProgram {

  static final String[] MONTHS = {
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
    "december"
  };
  static final String[] DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };
  static final String[] HALVES = {"am", "pm"};

  private final List<Step> steps;

  /** A program of these steps. */
  TimeProgram(List<Step> steps) {
    this.steps = steps;
  }

  /** Reads one piece. */
  interface Step {
    void read(TextCursor text, TimeNotes notes);
  }

  /** The refusal of a text that does not follow the format. */
  static TwinhouseException malformed(String message) {
    return new TwinhouseException(ErrorCode.CANNOT_PARSE_DATETIME, message);
  }

  static TimeProgram of(CallSite call, String format) {
    TimeProgram program = new TimeProgram(new ArrayList<>());
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char letter = format.charAt(i);
      if (letter != '%') {
        literal.append(letter);
      } else if (++i == format.length()) {
        throw call.refuse(
            ErrorCode.BAD_ARGUMENTS,
            "'%' must not be the last character in the format string, use '%%' instead");
      } else {
        program.letter(call, format.charAt(i), literal);
      }
    }
    program.flush(literal);
    return program;
  }

  private void flush(StringBuilder literal) {
    if (literal.length() > 0) {
      byte[] bytes = literal.toString().getBytes(StandardCharsets.UTF_8);
      steps.add((text, notes) -> text.literal(bytes));
      literal.setLength(0);
    }
  }

  private void letter(CallSite call, char letter, StringBuilder literal) {
    switch (letter) {
      case '%' -> literal.append('%');
      case 'n' -> literal.append('\n');
      case 't' -> literal.append('\t');
      default -> {
        flush(literal);
        String spelled = spelled(letter);
        if (spelled != null) {
          steps.addAll(of(call, spelled).steps);
          return;
        }
        Step step = dateStep(letter);
        step = step == null ? timeStep(letter) : step;
        if (step == null && "CGgVuwQU".indexOf(letter) < 0) {
          throw call.refuse(
              ErrorCode.BAD_ARGUMENTS,
              "Incorrect syntax, symbol is not supported '" + letter + "' for " + call.name());
        }
        if (step == null) {
          throw call.notImplemented("the letter " + letter + " in a format");
        }
        steps.add(step);
      }
    }
  }

  /** Letters that stand for several. */
  private static @Nullable String spelled(char letter) {
    return switch (letter) {
      case 'F' -> "%Y-%m-%d";
      case 'R' -> "%H:%i";
      case 'T' -> "%H:%i:%s";
      case 'r' -> "%h:%i %p";
      default -> null;
    };
  }

  private static @Nullable Step dateStep(char letter) {
    return switch (letter) {
      case 'Y' -> (text, notes) -> notes.year(text.digits(4));
      case 'y' ->
          (text, notes) -> {
            int year = text.digits(2);
            notes.year(year >= 70 ? year + 1900 : year + 2000);
          };
      case 'm' -> (text, notes) -> notes.month(text.digits(2));
      case 'c' -> (text, notes) -> notes.month(text.shortDigits());
      case 'b' -> (text, notes) -> notes.month(text.name(MONTHS, 3) + 1);
      case 'M' -> (text, notes) -> notes.month(text.name(MONTHS, 0) + 1);
      case 'd' -> (text, notes) -> notes.dayOfMonth(text.digits(2));
      case 'e' ->
          (text, notes) -> {
            text.skipSpace();
            notes.dayOfMonth(text.shortDigits());
          };
      case 'j' -> (text, notes) -> notes.dayOfYear(text.digits(3));
      case 'a' -> (text, notes) -> weekday(text, notes, 3);
      case 'W' -> (text, notes) -> weekday(text, notes, 0);
      case 'D' ->
          (text, notes) -> {
            notes.month(text.digits(2));
            text.literal(new byte[] {'/'});
            notes.dayOfMonth(text.digits(2));
            text.literal(new byte[] {'/'});
            notes.year(text.digits(2) + 2000);
          };
      default -> null;
    };
  }

  private static void weekday(TextCursor text, TimeNotes notes, int letters) {
    text.name(DAYS, letters);
    notes.dayOfWeek();
  }

  private static @Nullable Step timeStep(char letter) {
    return switch (letter) {
      case 'H' -> (text, notes) -> notes.hour(text.digits(2));
      case 'k' -> (text, notes) -> notes.hour(text.shortDigits());
      case 'h', 'I' -> (text, notes) -> notes.hourOfHalfDay(text.digits(2));
      case 'l' -> (text, notes) -> notes.hourOfHalfDay(text.shortDigits());
      case 'p' -> (text, notes) -> notes.afternoon(text.name(HALVES, 0) == 1);
      case 'i' -> (text, notes) -> notes.minute(text.digits(2));
      case 's', 'S' -> (text, notes) -> notes.second(text.digits(2));
      case 'f' -> (text, notes) -> notes.micros(text.micros());
      case 'z' -> TimeProgram::offset;
      default -> null;
    };
  }

  private static void offset(TextCursor text, TimeNotes notes) {
    int sign = text.next();
    if (sign != '+' && sign != '-') {
      throw malformed("Unable to parse an offset from UTC");
    }
    int hours = text.digits(2);
    int minutes = text.digits(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "An offset of " + hours + " hours, " + minutes + " minutes");
    }
    int seconds = hours * 3600 + minutes * 60;
    notes.offset(sign == '-' ? -seconds : seconds);
  }

  /** Reads a whole text. */
  void read(TextCursor text, TimeNotes notes) {
    notes.reset();
    for (Step step : steps) {
      step.read(text, notes);
    }
    if (!text.atEnd()) {
      throw malformed("Invalid format input, is malformed at " + text.rest());
    }
  }
}
