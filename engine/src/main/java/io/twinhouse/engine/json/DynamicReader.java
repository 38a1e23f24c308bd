// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;

/** Reads single JSON values in flight as Dynamic values, each by itself. One thread. */
public final class DynamicReader {

  private final TextOutput text = new TextOutput();
  private final JsonNumber number = new JsonNumber();
  private final JsonPrinter printer = new JsonPrinter();

  /**
   * Reads the value under the cursor and passes it; writes nothing for NULL.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for malformed text
   */
  public void read(TextInput in, TextOutput out) {
    try {
      readValue(in, out);
    } catch (StackOverflowError e) {
      throw JsonFailure.tooDeep();
    }
  }

  private void readValue(TextInput in, TextOutput out) {
    switch (in.peek()) {
      case '[' -> {
        ArrayReader.Result array = new ArrayReader(in).read(new ArrayContext());
        DynamicText.begin(array.type(), out).put(array.text(), 0, array.text().length);
      }
      case '{' -> {
        int from = in.position();
        skip(in);
        DynamicText.begin("JSON", out).put(in.data(), from, in.position() - from);
      }
      case '"' -> readText(in, out);
      case 't', 'f' -> {
        DynamicText.begin("Bool", out).put(in.peek() == 't' ? "true" : "false");
        skip(in);
      }
      case 'n' -> skip(in);
      default -> readNumber(in, out);
    }
  }

  private static void skip(TextInput in) {
    if (!JsonText.skipValue(in, 0)) {
      throw JsonFailure.malformed(in);
    }
  }

  private void readNumber(TextInput in, TextOutput out) {
    number.read(in);
    DynamicText.begin(number.kind().type().name(), out);
    if (number.kind() == JsonKind.FLOAT) {
      printer.plain(number.real(), out);
    } else {
      printer.plain(number.kind(), number.whole(), out);
    }
  }

  private void readText(TextInput in, TextOutput out) {
    if (!JsonText.readString(in, text)) {
      throw JsonFailure.malformed(in);
    }
    DateText date = JsonMarks.skip(in) ? DateText.TEXT : DateText.of(text.data(), 0, text.length());
    JsonKind kind = new DateContext().resolve(date);
    DynamicText.begin(kind.type().name(), out);
    if (kind == JsonKind.STRING) {
      out.put(text.data(), 0, text.length());
    } else {
      printer.plain(kind, date.lane(kind), out);
    }
  }
}
