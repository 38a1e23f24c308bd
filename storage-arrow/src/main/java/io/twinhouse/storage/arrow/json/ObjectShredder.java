// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes the objects of a block apart, row after row. One thread. */
final class ObjectShredder {

  private static final int DEEPEST = 1000;

  private final Reservation memory;
  private final PathNode root = PathNode.root();
  private final TextInput in = new TextInput();
  private final TextOutput unescaped = new TextOutput();
  private final JsonNumber number = new JsonNumber();
  private final ArrayReader arrays = new ArrayReader(in);
  private int row;

  ObjectShredder(Reservation memory) {
    this.memory = memory;
  }

  PathNode root() {
    return root;
  }

  /** Adds all rows of a column of JSON text. */
  void add(BytesColumn texts) {
    for (row = 0; row < texts.size(); row++) {
      int from = texts.offsets()[row];
      int to = texts.offsets()[row + 1];
      in.over(texts.data(), from, to);
      requireUtf8(texts.data(), from, to);
      in.skipBlanks();
      if (in.peek() != '{') {
        throw JsonFailure.malformed(in);
      }
      readObject(root, true, 0);
      in.skipBlanks();
      if (!in.atEnd()) {
        throw JsonFailure.malformed(in);
      }
    }
  }

  private void requireUtf8(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] < 0) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, from, to - from));
          return;
        } catch (CharacterCodingException e) {
          throw JsonFailure.malformed(in);
        }
      }
    }
  }

  private void readObject(PathNode node, boolean top, int depth) {
    in.advance(1);
    in.skipBlanks();
    if (depth > DEEPEST) {
      throw JsonFailure.malformed(in);
    }
    if (in.skip('}')) {
      return;
    }
    do {
      in.skipBlanks();
      PathNode child = readKey(node, top);
      in.skipBlanks();
      if (!in.skip(':')) {
        throw JsonFailure.malformed(in);
      }
      in.skipBlanks();
      readValue(child, depth);
      in.skipBlanks();
    } while (in.skip(','));
    if (!in.skip('}')) {
      throw JsonFailure.malformed(in);
    }
  }

  /** The path of the key under the cursor; a dot in a key is a step like any other. */
  private PathNode readKey(PathNode node, boolean top) {
    Span key = readString();
    PathNode at = node;
    boolean first = top;
    int start = key.from;
    for (int i = key.from; i <= key.to; i++) {
      if (i == key.to || key.data[i] == '.') {
        at = at.child(key.data, start, i, first);
        first = false;
        start = i + 1;
      }
    }
    return at;
  }

  private void readValue(PathNode node, int depth) {
    switch (in.peek()) {
      case '{' -> readObject(node, false, depth + 1);
      case '[' -> {
        node.enter(row);
        ArrayReader.Result array = arrays.read(node.elements());
        byte[] text = array.text();
        node.array(array.type(), memory).add(row, text, 0, text.length);
      }
      case '"' -> readText(node);
      case 't', 'f' -> {
        boolean value = in.peek() == 't';
        skip();
        node.enter(row);
        node.scalar(JsonKind.BOOL, memory).add(row, value ? 1L : 0L);
      }
      case 'n' -> skip();
      default -> readNumber(node);
    }
  }

  private void skip() {
    if (!JsonText.skipValue(in, 0)) {
      throw JsonFailure.malformed(in);
    }
  }

  private void readNumber(PathNode node) {
    node.enter(row);
    number.read(in);
    if (number.kind() == JsonKind.FLOAT) {
      node.scalar(JsonKind.FLOAT, memory).add(row, number.real());
    } else {
      node.scalar(number.kind(), memory).add(row, number.whole());
    }
  }

  private void readText(PathNode node) {
    node.enter(row);
    Span text = readString();
    DateText date = DateText.of(text.data, text.from, text.to - text.from);
    JsonKind kind = node.strings().resolve(date);
    Leaf leaf = node.scalar(kind, memory);
    if (kind == JsonKind.STRING) {
      leaf.add(row, text.data, text.from, text.to - text.from);
    } else {
      leaf.add(row, date.lane(kind));
    }
  }

  /** A string's bytes, valid until the next one is read. */
  private record Span(byte[] data, int from, int to) {}

  private Span readString() {
    int from = in.position() + 1;
    if (in.peek() != '"') {
      throw JsonFailure.malformed(in);
    }
    byte[] data = in.data();
    int end = in.end();
    for (int i = from; i < end; i++) {
      int c = data[i];
      if (c == '"') {
        in.moveTo(i + 1);
        return new Span(data, from, i);
      }
      if (c == '\\' || (c >= 0 && c < 0x20)) {
        break;
      }
    }
    if (!JsonText.readString(in, unescaped)) {
      throw JsonFailure.malformed(in);
    }
    Surrogates.requireNone(unescaped.data(), unescaped.length(), in);
    return new Span(unescaped.data(), 0, unescaped.length());
  }
}
