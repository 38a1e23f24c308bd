// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads arrays and rewrites them as ClickHouse prints them. One thread. */
final class ArrayReader {

  private static final int DEEPEST = 1000;

  private final TextInput in;
  private final TextOutput unescaped = new TextOutput();
  private final JsonNumber number = new JsonNumber();
  private final JsonPrinter printer = new JsonPrinter();

  /**
   * @param in the text, shared with who reads what is around the arrays
   */
  ArrayReader(TextInput in) {
    this.in = in;
  }

  /**
   * An array as it will be printed.
   *
   * @param type its type as ClickHouse writes it
   */
  record Result(String type, byte[] text) {}

  /** Reads the array under the cursor and passes it. */
  Result read(ArrayContext context) {
    return read(context, 0);
  }

  private Result read(ArrayContext context, int depth) {
    List<JsonElement> elements = elements(context, depth);
    ElementType type = context.resolve(elements);
    TextOutput out = new TextOutput();
    printer.array(elements, type, context.loose(), out);
    return new Result(ElementType.arrayOf(type).text(), out.toBytes());
  }

  private List<JsonElement> elements(ArrayContext context, int depth) {
    if (depth > DEEPEST) {
      throw JsonFailure.malformed(in);
    }
    List<JsonElement> elements = new ArrayList<>();
    in.advance(1);
    in.skipBlanks();
    if (in.skip(']')) {
      return elements;
    }
    do {
      in.skipBlanks();
      elements.add(element(context, depth));
      in.skipBlanks();
    } while (in.skip(','));
    if (!in.skip(']')) {
      throw JsonFailure.malformed(in);
    }
    return elements;
  }

  private JsonElement element(ArrayContext context, int depth) {
    switch (in.peek()) {
      case '{' -> {
        return new JsonElement.Node(object(context, depth + 1));
      }
      case '[' -> {
        return new JsonElement.Nested(elements(context, depth + 1));
      }
      case '"' -> {
        byte[] bytes = string();
        return new JsonElement.Text(bytes, dateOf(bytes));
      }
      case 't', 'f' -> {
        boolean value = in.peek() == 't';
        skip();
        return new JsonElement.Bool(value);
      }
      case 'n' -> {
        skip();
        return new JsonElement.Null();
      }
      default -> {
        number.read(in);
        return number.kind() == JsonKind.FLOAT
            ? new JsonElement.Real(number.real())
            : new JsonElement.Whole(number.kind(), number.whole());
      }
    }
  }

  private void skip() {
    if (!JsonText.skipValue(in, 0)) {
      throw JsonFailure.malformed(in);
    }
  }

  private byte[] string() {
    if (in.peek() != '"' || !JsonText.readString(in, unescaped)) {
      throw JsonFailure.malformed(in);
    }
    Surrogates.requireNone(unescaped.data(), unescaped.length(), in);
    return unescaped.toBytes();
  }

  /** What the string just read may be as a date: none, if it carries a mark. */
  private DateText dateOf(byte[] bytes) {
    return JsonMarks.skip(in) ? DateText.TEXT : DateText.of(bytes, 0, bytes.length);
  }

  /** An object within an array, as it will be printed. */
  private byte[] object(ArrayContext context, int depth) {
    Map<ObjectText.Path, byte[]> values = new TreeMap<>(ObjectText.Path::compare);
    collect(context, "", true, depth, values);
    TextOutput out = new TextOutput();
    ObjectText text = new ObjectText(out);
    text.begin();
    values.forEach(
        (path, value) -> {
          text.path(path);
          out.put(value, 0, value.length);
        });
    text.end();
    return out.toBytes();
  }

  private void collect(
      ArrayContext context,
      String parent,
      boolean top,
      int depth,
      Map<ObjectText.Path, byte[]> values) {
    if (depth > DEEPEST) {
      throw JsonFailure.malformed(in);
    }
    in.advance(1);
    in.skipBlanks();
    if (in.skip('}')) {
      return;
    }
    do {
      in.skipBlanks();
      String key = new String(string(), StandardCharsets.UTF_8);
      String path = top ? key : parent + "." + key;
      in.skipBlanks();
      if (!in.skip(':')) {
        throw JsonFailure.malformed(in);
      }
      in.skipBlanks();
      if (in.peek() == '{') {
        collect(context, path, false, depth + 1, values);
      } else if (in.peek() == 'n') {
        skip();
      } else if (values.put(new ObjectText.Path(path, printer), value(context, path, depth))
          != null) {
        throw JsonFailure.duplicate(path);
      }
      in.skipBlanks();
    } while (in.skip(','));
    if (!in.skip('}')) {
      throw JsonFailure.malformed(in);
    }
  }

  private byte[] value(ArrayContext context, String path, int depth) {
    if (in.peek() == '[') {
      return read(context.nested(path), depth + 1).text();
    }
    TextOutput out = new TextOutput();
    if (in.peek() == '"') {
      byte[] bytes = string();
      DateText date = dateOf(bytes);
      JsonKind kind = context.strings(path).resolve(date);
      if (kind == JsonKind.STRING) {
        printer.text(bytes, 0, bytes.length, out);
      } else {
        printer.lane(kind, date.lane(kind), out);
      }
    } else if (in.peek() == 't' || in.peek() == 'f') {
      out.put(in.peek() == 't' ? "true" : "false");
      skip();
    } else {
      number.read(in);
      if (number.kind() == JsonKind.FLOAT) {
        printer.real(number.real(), out);
      } else {
        printer.lane(number.kind(), number.whole(), out);
      }
    }
    return out.toBytes();
  }
}
