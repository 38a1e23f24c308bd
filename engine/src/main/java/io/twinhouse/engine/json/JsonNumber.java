// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;

/** Reads one number as the narrowest of Int64, UInt64, Float64 that ClickHouse gives it. */
final class JsonNumber {

  private JsonKind kind = JsonKind.INT;
  private long whole;
  private double real;

  JsonKind kind() {
    return kind;
  }

  long whole() {
    return whole;
  }

  double real() {
    return real;
  }

  /** Reads the number under the cursor and passes it, and its mark, which makes it a Float64. */
  void read(TextInput in) {
    int from = in.position();
    if (!JsonText.skipValue(in, 0)) {
      throw JsonFailure.malformed(in);
    }
    int to = in.position();
    if (JsonMarks.skip(in)) {
      readReal(in, from, to);
      return;
    }
    byte[] data = in.data();
    boolean negative = data[from] == '-';
    long value = 0;
    boolean overflow = to - from > 20;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      int digit = data[i] - '0';
      if (digit < 0 || digit > 9) {
        readReal(in, from, to);
        return;
      }
      overflow |= Long.compareUnsigned(value, 1844674407370955161L) > 0;
      overflow |= value == 1844674407370955161L && digit > 5;
      value = value * 10 + digit;
    }
    finishWhole(in, negative, value, overflow);
  }

  private void finishWhole(TextInput in, boolean negative, long value, boolean overflow) {
    boolean fits = negative ? value >= 0 || value == Long.MIN_VALUE : true;
    if (overflow || !fits) {
      throw JsonFailure.malformed(in);
    }
    kind = value >= 0 || negative ? JsonKind.INT : JsonKind.UNSIGNED;
    whole = negative ? -value : value;
  }

  private void readReal(TextInput in, int from, int to) {
    kind = JsonKind.FLOAT;
    real = Double.parseDouble(in.text(from, to));
    if (Double.isInfinite(real)) {
      throw JsonFailure.malformed(in);
    }
  }
}
