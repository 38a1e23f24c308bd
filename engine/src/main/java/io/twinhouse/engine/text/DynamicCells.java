// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Dynamic values, each written as its own type is. */
final class DynamicCells implements CellWriter {

  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,15})?");

  private final CellWriters writers;
  private final TextStyle style;
  private final Map<String, Cell> cells = new HashMap<>();
  private final TextInput in = new TextInput();
  private final TextOutput array = new TextOutput();

  DynamicCells(CellWriters writers, TextStyle style) {
    this.writers = writers;
    this.style = style;
  }

  /** Writes the text of a value of one type. */
  private interface Cell {
    void write(byte[] data, int from, int to, TextOutput out);
  }

  @Override
  public void write(Column column, int row, TextOutput out) {
    BytesColumn bytes = (BytesColumn) column.flatten();
    int from = bytes.offsets()[row];
    int to = bytes.offsets()[row + 1];
    if (from == to) {
      out.put(style.nullText());
      return;
    }
    String type = DynamicText.type(bytes.data(), from);
    int text = DynamicText.typeEnd(bytes.data(), from) + 1;
    cells.computeIfAbsent(type, this::cell).write(bytes.data(), text, to, out);
  }

  private Cell cell(String name) {
    boolean container = DynamicText.isJson(name);
    if (container && (name.contains("JSON") || name.contains("Dynamic"))) {
      return this::writeArray;
    }
    if (name.equals("String")) {
      return (data, from, to, out) -> writers.strings().write(data, from, to, style, out);
    }
    Type type = TypeParser.parse(name);
    CellWriter writer = writers.of(type, style);
    TextStyle held = container ? TextStyle.JSON : TextStyle.RAW;
    ValueReader reader = ValueReader.of(type, held, ReadOptions.lenient(ZoneOffset.UTC));
    ColumnBuilder value = ColumnBuilder.of(type);
    if (container) {
      return (data, from, to, out) -> {
        reader.read(in.over(data, from, to), value);
        writer.write(value.build(), 0, out);
      };
    }
    return (data, from, to, out) -> {
      reader.readWhole(data, from, to, value);
      writer.write(value.build(), 0, out);
    };
  }

  private void writeArray(byte[] data, int from, int to, TextOutput out) {
    if (style == TextStyle.JSON) {
      JsonMarks.write(data, from, to, out);
    } else if (style == TextStyle.CSV) {
      array.reset();
      writeElements(in.over(data, from, to), array);
      StringCells.PLAIN.write(array.data(), 0, array.length(), TextStyle.CSV, out);
    } else {
      writeElements(in.over(data, from, to), out);
    }
  }

  /** The JSON array under the cursor as arrays are written elsewhere. */
  private void writeElements(TextInput json, TextOutput out) {
    json.advance(1);
    out.put('[');
    json.skipBlanks();
    boolean first = true;
    while (!json.skip(']')) {
      out.put(first ? "" : ",");
      first = false;
      writeElement(json, out);
      json.skipBlanks();
      json.skip(',');
      json.skipBlanks();
    }
    out.put(']');
  }

  private void writeElement(TextInput json, TextOutput out) {
    int from = json.position();
    switch (json.peek()) {
      case '[' -> writeElements(json, out);
      case '"' -> {
        TextOutput text = new TextOutput();
        JsonText.readString(json, text);
        writers.strings().write(text.data(), 0, text.length(), TextStyle.QUOTED, out);
      }
      case '{' -> {
        JsonText.skipValue(json, 0);
        TextOutput text = new TextOutput();
        JsonMarks.write(json.data(), from, json.position(), text);
        writers.strings().write(text.data(), 0, text.length(), TextStyle.QUOTED, out);
      }
      case 'n' -> {
        JsonText.skipValue(json, 0);
        out.put(TextStyle.QUOTED.nullText());
      }
      default -> {
        JsonText.skipValue(json, 0);
        out.put(json.data(), from, json.position() - from);
      }
    }
  }

  /** Reads values whose type is found later, by what they look like as JSON. */
  static final class Received {
    private final TextOutput value = new TextOutput();
    private final TextOutput text = new TextOutput();

    private void begin() {
      value.reset();
      DynamicText.beginReceived(value);
    }

    private boolean end(ColumnBuilder out) {
      out.appendBytes(value.data(), 0, value.length());
      return true;
    }

    boolean json(TextInput in, ColumnBuilder out) {
      int from = in.position();
      if (!JsonText.skipValue(in, 0)) {
        return in.fail(
            ErrorCode.INCORRECT_DATA, "Cannot parse JSON: '" + in.text(from, in.end()) + "'");
      }
      JsonMarks.requireNone(in.data(), from, in.position());
      begin();
      value.put(in.data(), from, in.position() - from);
      return end(out);
    }

    /** A number, a word, a text in quotes, or an array of such. */
    boolean quoted(TextInput in, ColumnBuilder out) {
      if (in.skipWord("NULL")) {
        out.appendDefault();
        return true;
      }
      begin();
      boolean read = in.peek() == '[' ? readArray(in) : readScalar(in) != Kind.NONE;
      return read && end(out);
    }

    /** What the elements of an array have to have in common. */
    private enum Kind {
      NONE,
      TEXT,
      WORD,
      NUMBER
    }

    /** Values of one kind and NULLs, between brackets. */
    private boolean readArray(TextInput in) {
      int from = in.position();
      Kind common = Kind.NONE;
      in.advance(1);
      value.put('[');
      do {
        in.skipBlanks();
        if (in.skipWord("NULL")) {
          value.put("null");
        } else {
          Kind kind = readScalar(in);
          if (kind == Kind.NONE) {
            return false;
          }
          if (common != Kind.NONE && kind != common) {
            throw refused(in, from);
          }
          common = kind;
        }
        in.skipBlanks();
        value.put(in.peek() == ',' ? "," : "");
      } while (in.skip(','));
      if (common == Kind.NONE || !in.skip(']')) {
        throw refused(in, from);
      }
      value.put(']');
      return true;
    }

    private Kind readScalar(TextInput in) {
      if (in.peek() == '\'') {
        if (!PlainReaders.readQuotedText(in, text)) {
          return Kind.NONE;
        }
        StringCells.PLAIN.write(text.data(), 0, text.length(), TextStyle.JSON, value);
        return Kind.TEXT;
      }
      int from = in.position();
      while (isOfNumberOrWord(in.peek())) {
        in.advance(1);
      }
      String word = in.text(from, in.position());
      boolean bool = word.equals("true") || word.equals("false");
      if (!bool && !PLAIN_NUMBER.matcher(word).matches()) {
        throw refused(in, from);
      }
      value.put(in.data(), from, in.position() - from);
      return bool ? Kind.WORD : Kind.NUMBER;
    }

    private static TwinhouseException refused(TextInput in, int from) {
      return new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The value " + in.text(from, in.end()) + " for a Dynamic is not supported; use SELECT");
    }

    private static boolean isOfNumberOrWord(int next) {
      return TextInput.isDigit(next)
          || next == '-'
          || next == '.'
          || (next >= 'a' && next <= 'z')
          || (next >= 'A' && next <= 'Z');
    }
  }
}
