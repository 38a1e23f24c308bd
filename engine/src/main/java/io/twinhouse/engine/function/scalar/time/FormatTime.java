// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** formatDateTime with MySQL's format letters. */
public final class FormatTime {

  static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };

  private FormatTime() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    family.addChecked(
        "formatDateTime",
        t -> t.withAliases("DATE_FORMAT").anyCase(),
        ZonedFormat::check,
        call -> ZonedFormat.bind(call, FormatTime::letters));
    family.addChecked(
        "formatDateTimeInJodaSyntax",
        ZonedFormat::check,
        call -> ZonedFormat.bind(call, JodaFormat::letters));
    family.add(
        "monthName",
        t -> t.anyCase(),
        call -> {
          if (call.arity(1).base(0).equals(DateType.DATE32)) {
            throw call.illegal(0);
          }
          return call.base(0) instanceof DateTime64Type time
              ? monthName(call, time)
              : monthName(call, TimeSort.argument(call, 0, 1));
        });
    return family;
  }

  private static BoundFunction monthName(CallSite call, TimeSort sort) {
    return bound(letters(call, "%M", sort), sort);
  }

  /** Of a time with a fraction, which is cut off towards 1970 first. */
  private static BoundFunction monthName(CallSite call, DateTime64Type type) {
    Composition composition = new Composition(call);
    List<Composition.Part> cut = new ArrayList<>();
    cut.add(composition.argument(0));
    cut.add(composition.number(IntegerType.UINT8, 0));
    String zone = type.settledZone();
    if (zone != null) {
      cut.add(composition.text(zone));
    }
    return composition.bound(
        composition.call(
            "formatDateTime", composition.call("toDateTime64", cut), composition.text("%M")));
  }

  /** A moment on the local clock, taken apart once for all letters. */
  record Moment(long day, int year, int month, int dayOfMonth, int second, TimeLane lane, int row) {

    static Moment of(TimeLane lane, int row) {
      long day = lane.localDay(row);
      long packed = CivilDate.pack(day);
      return new Moment(
          day,
          CivilDate.year(packed),
          CivilDate.month(packed),
          CivilDate.day(packed),
          lane.secondOfDay(row),
          lane,
          row);
    }

    int hour() {
      return second / 3600;
    }

    int minute() {
      return second / 60 % 60;
    }

    int hour12() {
      return (hour() + 11) % 12 + 1;
    }
  }

  /** Writes what one letter stands for. */
  interface Letter {
    void write(Moment moment, TextOutput out);
  }

  /** What a format with MySQL's letters stands for. */
  static List<Letter> letters(CallSite call, String format, TimeSort sort) {
    List<Letter> letters = new ArrayList<>();
    for (int at = 0; at < format.length(); at++) {
      char next = format.charAt(at);
      if (next == '%') {
        at++;
        if (at == format.length()) {
          throw call.refuse(
              ErrorCode.BAD_ARGUMENTS,
              "'%' must not be the last character in the format string, use '%%' instead");
        }
        letters.add(letter(call, format.charAt(at), sort));
      } else {
        String literal = String.valueOf(next);
        letters.add((moment, out) -> out.put(literal));
      }
    }
    return letters;
  }

  /** The function that writes the letters for each row. */
  static Bound bound(List<Letter> letters, TimeSort sort) {
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          TextOutput text = new TextOutput();
          for (int row = 0; row < invocation.rows(); row++) {
            text.reset();
            Moment moment = Moment.of(lane, row);
            for (Letter letter : letters) {
              letter.write(moment, text);
            }
            out.append(text.data(), 0, text.length());
          }
          return out.toColumn(null);
        });
  }

  private static Letter letter(CallSite call, char code, TimeSort sort) {
    Letter letter = FormatVariants.of(call, code, sort);
    letter = letter == null ? dateLetter(code) : letter;
    letter = letter == null ? timeLetter(code, sort) : letter;
    if (letter == null) {
      if ("UXx".indexOf(code) >= 0) {
        throw call.refuse(
            ErrorCode.NOT_IMPLEMENTED, "format is not supported for weeks that begin on Sunday");
      }
      throw call.refuse(
          code == 'z' ? ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT : ErrorCode.BAD_ARGUMENTS,
          "Wrong syntax '%" + code + "' in the format of function " + call.name());
    }
    return letter;
  }

  private static @Nullable Letter dateLetter(char code) {
    return switch (code) {
      case 'Y' -> (m, out) -> out.putDigits(m.year, 4);
      case 'C' -> (m, out) -> out.putDigits(m.year / 100, 2);
      case 'y' -> (m, out) -> out.putDigits(m.year % 100, 2);
      case 'G' -> (m, out) -> out.putDigits(Weeks.week(m.day, 3, true) / 100, 4);
      case 'g' -> (m, out) -> out.putDigits(Weeks.week(m.day, 3, true) / 100 % 100, 2);
      case 'V' -> (m, out) -> out.putDigits(Weeks.week(m.day, 3, true) % 100, 2);
      case 'm', 'c' -> (m, out) -> out.putDigits(m.month, 2);
      case 'b' -> (m, out) -> out.put(MONTHS[m.month - 1].substring(0, 3));
      case 'M' -> (m, out) -> out.put(MONTHS[m.month - 1]);
      case 'd' -> (m, out) -> out.putDigits(m.dayOfMonth, 2);
      case 'e' -> (m, out) -> out.putDigits(m.dayOfMonth, 1);
      case 'D' ->
          (m, out) -> {
            out.putDigits(m.month, 2).put('/').putDigits(m.dayOfMonth, 2).put('/');
            out.putDigits(m.year % 100, 2);
          };
      case 'F' ->
          (m, out) -> {
            out.putDigits(m.year, 4).put('-').putDigits(m.month, 2).put('-');
            out.putDigits(m.dayOfMonth, 2);
          };
      case 'j' -> (m, out) -> out.putDigits((int) m.lane.dayOfYear(m.row), 3);
      case 'u' -> (m, out) -> out.putDigits(CivilDate.dayOfWeek(m.day), 1);
      case 'w' -> (m, out) -> out.putDigits(CivilDate.dayOfWeek(m.day) % 7, 1);
      case 'W' -> (m, out) -> out.put(DAYS[CivilDate.dayOfWeek(m.day) - 1]);
      case 'a' -> (m, out) -> out.put(DAYS[CivilDate.dayOfWeek(m.day) - 1].substring(0, 3));
      case 'Q' -> (m, out) -> out.putDigits((m.month + 2) / 3, 1);
      default -> null;
    };
  }

  private static @Nullable Letter timeLetter(char code, TimeSort sort) {
    return switch (code) {
      case 'H', 'k' -> (m, out) -> out.putDigits(m.hour(), 2);
      case 'h', 'I', 'l' -> (m, out) -> out.putDigits(m.hour12(), 2);
      case 'i' -> (m, out) -> out.putDigits(m.minute(), 2);
      case 'S', 's' -> (m, out) -> out.putDigits(m.lane.secondOfMinute(m.row), 2);
      case 'p' -> (m, out) -> out.put(m.hour() < 12 ? "AM" : "PM");
      case 'r' ->
          (m, out) -> {
            out.putDigits(m.hour12(), 2).put(':').putDigits(m.minute(), 2);
            out.put(m.hour() < 12 ? " AM" : " PM");
          };
      case 'R' -> (m, out) -> out.putDigits(m.hour(), 2).put(':').putDigits(m.minute(), 2);
      case 'T' ->
          (m, out) -> {
            out.putDigits(m.hour(), 2).put(':').putDigits(m.minute(), 2).put(':');
            out.putDigits(m.lane.secondOfMinute(m.row), 2);
          };
      case 'f' -> (m, out) -> fraction(m, sort, out);
      case 'n' -> (m, out) -> out.put('\n');
      case 't' -> (m, out) -> out.put('\t');
      case '%' -> (m, out) -> out.put('%');
      case 'z' -> sort.isDate() ? null : FormatTime::offset;
      default -> null;
    };
  }

  /** Microseconds. */
  private static void fraction(Moment moment, TimeSort sort, TextOutput out) {
    if (sort.precision() == 0) {
      out.put("000000");
      return;
    }
    long micros = moment.lane.ticks(moment.row, 1_000_000);
    out.putDigits(Math.floorMod(micros, 1_000_000L), 6);
  }

  private static void offset(Moment moment, TextOutput out) {
    int minutes = (int) moment.lane.shownOffset(moment.row) / 60;
    out.put(minutes < 0 ? '-' : '+').putDigits(Math.abs(minutes) / 60, 2);
    out.putDigits(Math.abs(minutes) % 60, 2);
  }
}
