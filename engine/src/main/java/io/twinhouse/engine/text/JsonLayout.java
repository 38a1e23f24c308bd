// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/**
 * Lays JSON text without blanks out on lines: each member of an object, each element of an array of
 * objects or of arrays on its own; other arrays stay on one line.
 *
 * @param mark what lines are indented with, {@code width} of them a level and {@code more} where
 *     there is any indentation
 */
record JsonLayout(char mark, int width, int more) {

  void line(int depth, TextOutput out) {
    out.put('\n');
    int count = depth == 0 ? 0 : depth * width + more;
    for (int i = 0; i < count; i++) {
      out.put(mark);
    }
  }

  /** Writes the value between two positions, whose first line is indented by {@code depth}. */
  void write(byte[] data, int from, int to, int depth, TextOutput out) {
    TextInput in = new TextInput().over(data, from, to);
    value(in, depth, out);
  }

  private void value(TextInput in, int depth, TextOutput out) {
    switch (in.peek()) {
      case '{' -> object(in, depth, out);
      case '[' -> array(in, depth, out);
      default -> plain(in, out);
    }
  }

  private static void plain(TextInput in, TextOutput out) {
    int from = in.position();
    JsonText.skipValue(in, 0);
    out.put(in.data(), from, in.position() - from);
  }

  private void object(TextInput in, int depth, TextOutput out) {
    in.advance(1);
    out.put('{');
    if (in.peek() == '}') {
      out.put('\n');
    }
    boolean first = true;
    while (in.peek() != '}') {
      if (!first) {
        in.advance(1);
        out.put(',');
      }
      first = false;
      line(depth + 1, out);
      plain(in, out);
      in.advance(1);
      out.put(": ");
      value(in, depth + 1, out);
    }
    in.advance(1);
    line(depth, out);
    out.put('}');
  }

  private void array(TextInput in, int depth, TextOutput out) {
    boolean lines = isOf(in, '{') || isOf(in, '[');
    in.advance(1);
    out.put('[');
    boolean first = true;
    while (in.peek() != ']') {
      if (!first) {
        in.advance(1);
        out.put(',');
      }
      first = false;
      if (lines) {
        line(depth + 1, out);
      }
      value(in, depth + 1, out);
    }
    in.advance(1);
    if (lines) {
      line(depth, out);
    }
    out.put(']');
  }

  /** Whether every element of the array under the cursor begins with {@code opening}. */
  private static boolean isOf(TextInput in, char opening) {
    int start = in.position();
    boolean all = in.peek(1) == opening;
    while (all && in.peek() != ']') {
      in.advance(1);
      all = in.peek() == opening;
      JsonText.skipValue(in, 0);
    }
    in.moveTo(start);
    return all;
  }
}
