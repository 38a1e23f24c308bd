// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.scalar.time.FormatTime.Letter;
import io.twinhouse.engine.function.scalar.time.FormatTime.Moment;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.time.CivilDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats with Joda's letters: how often a letter is repeated says how many digits a number has at
 * least, or whether a name is written out. Text between single quotes stands for itself.
 */
final class JodaFormat {

  /** From so many letters on a name is written out. */
  private static final int WRITTEN_OUT = 4;

  private final CallSite call;
  private final TimeSort sort;
  private final List<Letter> letters = new ArrayList<>();

  private JodaFormat(CallSite call, TimeSort sort) {
    this.call = call;
    this.sort = sort;
  }

  static List<Letter> letters(CallSite call, String format, TimeSort sort) {
    JodaFormat joda = new JodaFormat(call, sort);
    for (int at = 0; at < format.length(); ) {
      char sign = format.charAt(at);
      if (sign == '\'') {
        at = joda.quoted(format, at + 1);
        continue;
      }
      int end = at + 1;
      if (isLetter(sign)) {
        while (end < format.length() && format.charAt(end) == sign) {
          end++;
        }
        joda.letters.add(joda.letter(sign, end - at));
      } else {
        joda.literal(String.valueOf(sign));
      }
      at = end;
    }
    return joda.letters;
  }

  private static boolean isLetter(char sign) {
    return (sign | 32) >= 'a' && (sign | 32) <= 'z';
  }

  private void literal(String text) {
    letters.add((moment, out) -> out.put(text));
  }

  /** Reads on behind a quote; two quotes in a row are one that stands for itself. */
  private int quoted(String format, int start) {
    if (start < format.length() && format.charAt(start) == '\'') {
      literal("'");
      return start + 1;
    }
    int at = start;
    while (true) {
      int end = format.indexOf('\'', at);
      if (end < 0) {
        throw call.refuse(ErrorCode.BAD_ARGUMENTS, "No closing single quote for literal");
      }
      literal(format.substring(at, end));
      if (end + 1 >= format.length() || format.charAt(end + 1) != '\'') {
        return end + 1;
      }
      literal("'");
      at = end + 2;
    }
  }

  private Letter letter(char sign, int count) {
    Letter letter = day(sign, count);
    letter = letter == null ? time(sign, count) : letter;
    if (letter == null) {
      throw call.notImplemented("the letter " + sign + " in a format of Joda's");
    }
    return letter;
  }

  private static @Nullable Letter day(char sign, int count) {
    boolean out = count >= WRITTEN_OUT;
    return switch (sign) {
      case 'G' -> (m, text) -> text.put(out ? "Anno Domini" : "AD");
      case 'C' -> (m, text) -> text.putDigits(m.year() / 100, Math.max(2, count));
      case 'y', 'Y' -> (m, text) -> year(text, m.year(), count);
      case 'x' -> (m, text) -> text.putDigits(Weeks.week(m.day(), 3, true) / 100, count);
      case 'w' -> (m, text) -> text.putDigits(Weeks.week(m.day(), 3, true) % 100, count);
      case 'e' -> (m, text) -> text.putDigits(CivilDate.dayOfWeek(m.day()), count);
      case 'E' -> (m, text) -> name(text, FormatTime.DAYS[CivilDate.dayOfWeek(m.day()) - 1], out);
      case 'D' -> (m, text) -> text.putDigits(m.lane().dayOfYear(m.row()), count);
      case 'M' ->
          count < 3
              ? (m, text) -> text.putDigits(m.month(), count)
              : (m, text) -> name(text, FormatTime.MONTHS[m.month() - 1], out);
      case 'd' -> (m, text) -> text.putDigits(m.dayOfMonth(), count);
      default -> null;
    };
  }

  private @Nullable Letter time(char sign, int count) {
    return switch (sign) {
      case 'a' -> (m, text) -> text.put(m.hour() < 12 ? "AM" : "PM");
      case 'K' -> (m, text) -> text.putDigits(m.hour() % 12, count);
      case 'h' -> (m, text) -> text.putDigits(m.hour12(), count);
      case 'H' -> (m, text) -> text.putDigits(m.hour(), count);
      case 'k' -> (m, text) -> text.putDigits(m.hour() == 0 ? 24 : m.hour(), count);
      case 'm' -> (m, text) -> text.putDigits(m.minute(), count);
      case 's' -> (m, text) -> text.putDigits(m.lane().secondOfMinute(m.row()), count);
      case 'S' -> (m, text) -> fraction(text, m, count);
      case 'z' -> {
        if (count < WRITTEN_OUT) {
          yield null;
        }
        String zone = sort.zone().getId();
        yield (m, text) -> text.put(zone);
      }
      default -> null;
    };
  }

  /** Two letters stand for the last two digits of a year. */
  private static void year(TextOutput text, int year, int count) {
    text.putDigits(count == 2 ? year % 100 : year, count);
  }

  private static void name(TextOutput text, String name, boolean writtenOut) {
    text.put(writtenOut ? name : name.substring(0, 3));
  }

  /** The first {@code count} digits of the fraction of the second. */
  private static void fraction(TextOutput text, Moment moment, int count) {
    long rest = moment.lane().fraction(moment.row());
    long unit = 100_000_000;
    for (int i = 0; i < count; i++) {
      text.put((char) ('0' + (unit == 0 ? 0 : rest / unit % 10)));
      unit /= 10;
    }
  }
}
