// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/** Reads what JSON strings say as values of a type. */
final class JsonTexts {

  /** Longer texts have a time, which a Date refuses here. */
  private static final int LONGEST_DATE = 10;

  private final ColumnBuilder parsed;
  private final ValueReader reader;
  private final boolean isDate;
  private final TextOutput text = new TextOutput();

  JsonTexts(Type type, ZoneId zone) {
    parsed = ColumnBuilder.of(type);
    reader = ValueReader.of(type, TextStyle.RAW, new ReadOptions(zone, true, true));
    isDate = type instanceof DateType;
  }

  /** Appends the value of the string {@code [from, to)}, or nothing if it is none: then false. */
  boolean read(byte[] data, int from, int to, ColumnBuilder out) {
    text.reset();
    JsonStrings.unescape(data, from + 1, to - 1, text);
    if (isDate && text.length() > LONGEST_DATE) {
      return false;
    }
    boolean valid = reader.tryReadWhole(text.data(), 0, text.length(), parsed);
    // A reader may have appended before it met what is too much.
    if (parsed.size() > 0) {
      int last = parsed.size() - 1;
      if (valid) {
        out.append(parsed.build(), last);
      } else {
        parsed.build();
      }
    }
    return valid;
  }
}
