// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Values that stand in strings of JSON, as toString writes them. */
final class StringValues {

  private static final List<String> NULLS = List.of("null", "ᴺᵁᴸᴸ");

  private final List<ValueReader> readers;
  private final TextOutput text = new TextOutput();

  StringValues(List<Type> types, ReadOptions options) {
    readers =
        types.stream()
            .map(type -> ValueReader.of(type.withoutNullable(), TextStyle.RAW, options))
            .toList();
  }

  /** Passes a string; false, and nothing else, if it says NULL. */
  boolean take(TextInput in) {
    text.reset();
    if (in.peek() != '"' || !JsonText.readString(in, text)) {
      throw DocumentFrame.noString();
    }
    if (text.length() > NULLS.get(1).getBytes(StandardCharsets.UTF_8).length) {
      return true;
    }
    String word = new String(text.data(), 0, text.length(), StandardCharsets.UTF_8);
    return !NULLS.contains(word) && !NULLS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Reads the string that was taken. */
  void read(int column, ColumnBuilder out) {
    readers.get(column).readWhole(text.data(), 0, text.length(), out);
  }
}
