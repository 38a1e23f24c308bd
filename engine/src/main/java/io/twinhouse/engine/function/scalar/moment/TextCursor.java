// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.function.lane.BytesLane;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text of one row, read piece by piece. */
final class TextCursor {

  private byte[] data = {};
  private int at;
  private int end;

  void open(BytesLane lane, int row) {
    data = lane.data();
    at = lane.start(row);
    end = lane.end(row);
  }

  boolean atEnd() {
    return at == end;
  }

  String rest() {
    return new String(data, at, end - at, StandardCharsets.UTF_8);
  }

  private void need(int count) {
    if (end - at < count) {
      throw TimeProgram.malformed(
          "Unable to parse from "
              + rest()
              + " because at least "
              + count
              + " characters are needed");
    }
  }

  int next() {
    need(1);
    return data[at++];
  }

  /** Exactly these bytes. */
  void literal(byte[] wanted) {
    need(wanted.length);
    for (byte expected : wanted) {
      if (data[at++] != expected) {
        at--;
        throw TimeProgram.malformed(
            "Unable to parse fragment LITERAL from " + rest() + ": another text is expected");
      }
    }
  }

  /** {@code count} characters taken for digits, as the server takes them without a look. */
  int digits(int count) {
    need(count);
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value * 10 + (data[at++] - '0');
    }
    return value;
  }

  private boolean digitAhead() {
    return at < end && data[at] >= '0' && data[at] <= '9';
  }

  /** One digit or two. */
  int shortDigits() {
    if (!digitAhead()) {
      throw TimeProgram.malformed("Unable to parse a number from " + rest());
    }
    int value = data[at++] - '0';
    return digitAhead() ? value * 10 + (data[at++] - '0') : value;
  }

  /** One to {@code most} digits. */
  int number(int most) {
    if (!digitAhead()) {
      throw TimeProgram.malformed("Unable to parse a number from " + rest());
    }
    long value = 0;
    for (int read = 0; read < most && digitAhead(); read++) {
      value = value * 10 + (data[at++] - '0');
    }
    if (value > Integer.MAX_VALUE) {
      throw TimeProgram.malformed("A number is out of range before " + rest());
    }
    return (int) value;
  }

  /** Whether one of these signs comes next; it is passed then. */
  boolean pass(char sign) {
    boolean ahead = at < end && data[at] == sign;
    at += ahead ? 1 : 0;
    return ahead;
  }

  /** Bytes read so far. */
  int place() {
    return at;
  }

  void skipSpace() {
    if (at < end && data[at] == ' ') {
      at++;
    }
  }

  /** As a fraction of six places. */
  int micros() {
    int value = 0;
    int read = 0;
    while (read < 6 && digitAhead()) {
      value = value * 10 + (data[at++] - '0');
      read++;
    }
    if (read == 0) {
      throw TimeProgram.malformed("Unable to parse a fraction from " + rest());
    }
    for (; read < 6; read++) {
      value *= 10;
    }
    return value;
  }

  /** Which of the names comes next, in any case, by its first three letters or all of them. */
  int nameOrStart(String[] names) {
    need(3);
    int which = name(names, 3);
    String name = names[which];
    String ahead =
        new String(data, at, Math.min(12, end - at), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (ahead.startsWith(name.substring(3))) {
      at += name.length() - 3;
    }
    return which;
  }

  /** Which of the names comes next, in any case, cut to {@code letters} characters if positive. */
  int name(String[] names, int letters) {
    String ahead =
        new String(data, at, Math.min(12, end - at), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.length; i++) {
      String name = letters > 0 ? names[i].substring(0, letters) : names[i];
      if (ahead.startsWith(name)) {
        at += name.length();
        return i;
      }
    }
    throw TimeProgram.malformed("Unable to parse a name from " + rest());
  }
}
