// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;

/** Writes well-formed values as the server writes them into a String: no blanks, one form. */
final class JsonCompact {

  private JsonCompact() {}

  /** Writes the value {@code [from, to)}. */
  static void write(byte[] data, int from, int to, TextOutput out) {
    TextInput in = new TextInput().over(data, from, to);
    TextOutput string = new TextOutput();
    JsonNumber number = new JsonNumber();
    JsonPrinter printer = new JsonPrinter();
    for (in.skipBlanks(); !in.atEnd(); in.skipBlanks()) {
      int next = in.peek();
      if (next == '"') {
        JsonText.readString(in, string);
        JsonText.writeString(string.data(), 0, string.length(), out);
      } else if (next == '-' || (next >= '0' && next <= '9')) {
        number.read(in);
        if (number.kind() == JsonKind.FLOAT) {
          printer.plain(number.real(), out);
        } else {
          printer.plain(number.kind(), number.whole(), out);
        }
      } else {
        out.put(next);
        in.advance(1);
      }
    }
  }
}
