// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;

/** Steps over the elements of a document that is known to be well-formed. */
final class JsonDocument {

  private JsonDocument() {}

  /** Whether the whole text is one well-formed value. */
  static boolean isValid(TextInput in) {
    if (!JsonText.isUtf8(in.data(), in.position(), in.end()) || !JsonText.skipValue(in, 0)) {
      return false;
    }
    in.skipBlanks();
    return in.atEnd();
  }

  /** Passes the opening bracket of an object or array. */
  static void enter(TextInput in) {
    in.advance(1);
    in.skipBlanks();
  }

  /** Passes a sign between elements, if it is there, and the blanks around it. */
  static void pass(TextInput in, char sign) {
    in.skipBlanks();
    in.skip(sign);
    in.skipBlanks();
  }

  /** Passes one element. */
  static void skip(TextInput in) {
    JsonText.skipValue(in, 0);
  }

  /** How many elements an object or array has; 0 for anything else. The cursor is behind it. */
  static int count(TextInput in) {
    boolean object = in.peek() == '{';
    if (!object && in.peek() != '[') {
      return 0;
    }
    enter(in);
    int count = 0;
    while (in.peek() != '}' && in.peek() != ']') {
      if (object) {
        JsonText.skipString(in);
        pass(in, ':');
      }
      skip(in);
      pass(in, ',');
      count++;
    }
    in.advance(1);
    return count;
  }

  /** Writes the element under the cursor as the server prints it, and passes it. */
  static void print(TextInput in, TextOutput out) {
    in.skipBlanks();
    switch (in.peek()) {
      case '{', '[' -> printContainer(in, out);
      case '"' -> {
        TextOutput text = new TextOutput();
        JsonText.readString(in, text);
        JsonText.writeString(text.data(), 0, text.length(), out);
      }
      default -> {
        int from = in.position();
        skip(in);
        JsonNumber.print(in.text(from, in.position()), out);
      }
    }
  }

  private static void printContainer(TextInput in, TextOutput out) {
    boolean object = in.peek() == '{';
    out.put(in.peek());
    enter(in);
    boolean first = true;
    TextOutput key = new TextOutput();
    while (in.peek() != '}' && in.peek() != ']') {
      if (!first) {
        out.put(',');
      }
      first = false;
      if (object) {
        JsonText.readString(in, key);
        JsonText.writeString(key.data(), 0, key.length(), out);
        out.put(':');
        pass(in, ':');
      }
      print(in, out);
      pass(in, ',');
    }
    out.put(in.peek());
    in.advance(1);
  }
}
