// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the objects of a block apart, one after another. One thread.
 *
 * <p>What it remembers of a block is a node a path, not its values.
 */
public final class ObjectReader {

  private static final int DEEPEST = 1000;

  private final PathSink sink;
  private final PathNode root;
  private final List<DeclaredPath> declared = new ArrayList<>();
  private final TextInput in = new TextInput();
  private final TextOutput unescaped = new TextOutput();
  private final JsonNumber number = new JsonNumber();
  private final ArrayReader arrays = new ArrayReader(in);
  private long row = -1;

  /**
   * @param type of the objects, which may name paths
   * @param sink gets the values
   */
  public ObjectReader(JsonType type, PathSink sink) {
    this(type, sink, PathNode.root(new SkippedPaths(type)));
  }

  private ObjectReader(JsonType type, PathSink sink, PathNode root) {
    this.sink = sink;
    this.root = root;
    type.declared().forEach(this::declare);
  }

  /** Takes objects apart of which each stands for itself, as values in flight do. */
  public static ObjectReader apart(JsonType type, PathSink sink) {
    return new ObjectReader(type, sink, PathNode.rootApart(new SkippedPaths(type)));
  }

  private void declare(String path, Type type) {
    byte[] key = path.getBytes(StandardCharsets.UTF_8);
    PathNode node = descend(root, key, 0, key.length, true);
    DeclaredPath added = new DeclaredPath(node, type);
    node.declare(added);
    declared.add(added);
  }

  /**
   * Reads one object.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for malformed text
   */
  public void read(byte[] data, int from, int to) {
    row++;
    in.over(data, from, to);
    requireUtf8(data, from, to);
    in.skipBlanks();
    if (in.peek() != '{') {
      throw JsonFailure.malformed(in);
    }
    try {
      readObject(root, true, 0);
    } catch (StackOverflowError e) {
      throw JsonFailure.tooDeep();
    }
    in.skipBlanks();
    if (!in.atEnd()) {
      throw JsonFailure.malformed(in);
    }
    for (DeclaredPath path : declared) {
      if (!path.node().has(row)) {
        sink.declared(path, null);
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
    return descend(node, key.data, key.from, key.to, top);
  }

  private static PathNode descend(PathNode node, byte[] key, int from, int to, boolean top) {
    PathNode at = node;
    boolean first = top;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || key[i] == '.') {
        at = at.child(key, start, i, first);
        first = false;
        start = i + 1;
      }
    }
    return at;
  }

  private void readValue(PathNode node, int depth) {
    if (node.isSkipped()) {
      skip();
      JsonMarks.skip(in);
      return;
    }
    DeclaredPath path = node.declared();
    if (path != null) {
      node.enter(row);
      sink.declared(path, in);
      return;
    }
    switch (in.peek()) {
      case '{' -> readObject(node, false, depth + 1);
      case '[' -> {
        node.enter(row);
        ArrayReader.Result array = arrays.read(node.elements());
        sink.array(node, array.type(), array.text());
      }
      case '"' -> readText(node);
      case 't', 'f' -> {
        boolean value = in.peek() == 't';
        skip();
        node.enter(row);
        sink.whole(node, JsonKind.BOOL, value ? 1L : 0L);
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
      sink.real(node, number.real());
    } else {
      sink.whole(node, number.kind(), number.whole());
    }
  }

  private void readText(PathNode node) {
    node.enter(row);
    Span text = readString();
    if (JsonMarks.skip(in)) {
      node.strings().resolve(DateText.TEXT);
      sink.text(node, text.data, text.from, text.to - text.from);
      return;
    }
    DateText date = DateText.of(text.data, text.from, text.to - text.from);
    JsonKind kind = node.strings().resolve(date);
    if (kind == JsonKind.STRING) {
      sink.text(node, text.data, text.from, text.to - text.from);
    } else {
      sink.whole(node, kind, date.lane(kind));
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
