// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import java.time.ZoneOffset;

/** Writes values that have passed the scanner as the server writes them: no blanks, one form. */
final class JsonCompactor {

  private final double[] number = new double[1];
  private final DoubleColumn numbers = DoubleColumn.of(number);
  private final ValueWriter floats =
      ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC);
  private final TextOutput plain = new TextOutput();

  /** Writes the value {@code [from, to)}. */
  void write(byte[] data, int from, int to, TextOutput out) {
    int at = from;
    while (at < to) {
      int next = data[at];
      if (next == '"') {
        int close = closingQuote(data, at + 1);
        JsonStrings.requote(data, at + 1, close, plain, out);
        at = close + 1;
      } else if (next == '-' || (next >= '0' && next <= '9')) {
        int behind = numberEnd(data, at, to);
        writeNumber(data, at, behind, out);
        at = behind;
      } else {
        if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
          out.put(next);
        }
        at++;
      }
    }
  }

  private static int closingQuote(byte[] data, int from) {
    int at = from;
    while (data[at] != '"') {
      at += data[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  private static int numberEnd(byte[] data, int from, int to) {
    int at = from;
    while (at < to && ((data[at] >= '+' && data[at] <= '9' && data[at] != ',') || isE(data[at]))) {
      at++;
    }
    return at;
  }

  private static boolean isE(byte value) {
    return (value | 32) == 'e';
  }

  private void writeNumber(byte[] data, int from, int to, TextOutput out) {
    if (JsonNumbers.isFloat(data, from, to)) {
      writeDouble(JsonNumbers.toDouble(data, from, to), out);
    } else if (to - from == 2 && data[from] == '-' && data[from + 1] == '0') {
      out.put('0');
    } else {
      out.put(data, from, to - from);
    }
  }

  private void writeDouble(double value, TextOutput out) {
    number[0] = value;
    floats.write(numbers, 0, out);
  }

  /** Writes the text of a string, or any other value in its compact form; nothing for null. */
  void writeText(byte[] data, int from, int to, TextOutput out) {
    if (data[from] == '"') {
      JsonStrings.unescape(data, from + 1, to - 1, out);
    } else if (data[from] != 'n') {
      write(data, from, to, out);
    }
  }
}
