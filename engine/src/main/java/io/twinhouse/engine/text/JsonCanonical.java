// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * JSON objects in the one form that a value of type JSON prints: paths in order of their bytes,
 * NULLs and empty objects left out, dots in keys read as steps, numbers as ClickHouse prints them,
 * no blanks.
 */
public final class JsonCanonical {

  private static final int DEEPEST = 500;

  private JsonCanonical() {}

  /** What an element of an array is. */
  private enum Kind {
    NULL,
    BOOL,
    INTEGER,
    FLOAT,
    OTHER
  }

  /** A value and its text. */
  private record Element(Kind kind, byte[] text) {}

  /**
   * Writes the object that the whole of {@code in} holds.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA
   */
  public static void write(TextInput in, TextOutput out) {
    in.skipBlanks();
    boolean read;
    if (in.peek() == 'n') {
      read = in.skipWord("null");
      out.put("{}");
    } else {
      read = in.peek() == '{' && object(in, out, 0);
    }
    in.skipBlanks();
    if (!read || !in.atEnd()) {
      throw new io.twinhouse.engine.error.TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Cannot parse JSON object here: " + in.text());
    }
  }

  private static boolean object(TextInput in, TextOutput out, int depth) {
    Map<String, byte[]> paths = new TreeMap<>();
    if (!collect(in, "", true, paths, depth)) {
      return false;
    }
    print(paths, out);
    return true;
  }

  /** Reads an object into {@code paths}, whose keys hold one char a byte. */
  private static boolean collect(
      TextInput in, String prefix, boolean root, Map<String, byte[]> paths, int depth) {
    in.advance(1);
    in.skipBlanks();
    if (in.skip('}')) {
      return depth < DEEPEST;
    }
    TextOutput key = new TextOutput();
    do {
      in.skipBlanks();
      if (in.peek() != '"' || !JsonText.readString(in, key)) {
        return false;
      }
      String name = new String(key.data(), 0, key.length(), StandardCharsets.ISO_8859_1);
      String path = root ? name : prefix + "." + name;
      in.skipBlanks();
      if (!in.skip(':')) {
        return false;
      }
      in.skipBlanks();
      if (!member(in, path, paths, depth + 1)) {
        return false;
      }
      in.skipBlanks();
    } while (in.skip(','));
    return in.skip('}') && depth < DEEPEST;
  }

  private static boolean member(TextInput in, String path, Map<String, byte[]> paths, int depth) {
    if (in.peek() == '{') {
      return collect(in, path, false, paths, depth);
    }
    Element value = value(in, depth);
    if (value == null) {
      return false;
    }
    if (value.kind == Kind.NULL) {
      return true;
    }
    if (paths.put(path, value.text) != null) {
      throw new io.twinhouse.engine.error.TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Cannot insert data into JSON column: Duplicate path found during parsing JSON object: "
              + path);
    }
    return true;
  }

  private static @org.jspecify.annotations.Nullable Element value(TextInput in, int depth) {
    TextOutput out = new TextOutput();
    int from = in.position();
    switch (in.peek()) {
      case '{' -> {
        return object(in, out, depth + 1) ? new Element(Kind.OTHER, out.toBytes()) : null;
      }
      case '[' -> {
        return depth < DEEPEST && array(in, out, depth + 1)
            ? new Element(Kind.OTHER, out.toBytes())
            : null;
      }
      case '"' -> {
        TextOutput text = new TextOutput();
        if (!JsonText.readString(in, text)) {
          return null;
        }
        StringCells.PLAIN.write(text.data(), 0, text.length(), TextStyle.JSON, out);
        return new Element(Kind.OTHER, out.toBytes());
      }
      default -> {
        return JsonText.skipValue(in, 0) ? literal(in, from) : null;
      }
    }
  }

  /** A number, a truth value or null between {@code from} and the cursor. */
  private static @org.jspecify.annotations.Nullable Element literal(TextInput in, int from) {
    String text = in.text(from, in.position());
    if (text.equals("null")) {
      return new Element(Kind.NULL, bytes("null"));
    }
    if (text.equals("true") || text.equals("false")) {
      return new Element(Kind.BOOL, bytes(text));
    }
    if (text.matches("-?\\d+")) {
      BigInteger exact = new BigInteger(text);
      boolean fits = exact.signum() < 0 ? exact.bitLength() < 64 : exact.bitLength() <= 64;
      return fits ? new Element(Kind.INTEGER, bytes(exact.toString())) : null;
    }
    return new Element(Kind.FLOAT, floatText(Double.parseDouble(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] floatText(double value) {
    TextOutput out = new TextOutput();
    FloatText.write(value, false, out);
    return out.toBytes();
  }

  /** Elements of unlike kinds take the kind that holds them all, as in an Array column. */
  private static boolean array(TextInput in, TextOutput out, int depth) {
    List<Element> elements = new ArrayList<>();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    in.advance(1);
    in.skipBlanks();
    if (!in.skip(']')) {
      do {
        in.skipBlanks();
        Element element = value(in, depth);
        if (element == null) {
          return false;
        }
        elements.add(element);
        kinds.add(element.kind);
        in.skipBlanks();
      } while (in.skip(','));
      if (!in.skip(']')) {
        return false;
      }
    }
    boolean alone = kinds.contains(Kind.OTHER);
    out.put('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      byte[] text = alone ? elements.get(i).text : common(elements.get(i), kinds);
      out.put(text, 0, text.length);
    }
    out.put(']');
    return true;
  }

  private static byte[] common(Element element, Set<Kind> kinds) {
    boolean numbers = kinds.contains(Kind.INTEGER) || kinds.contains(Kind.FLOAT);
    if (element.kind == Kind.BOOL && numbers) {
      return bytes(element.text[0] == 't' ? "1" : "0");
    }
    if (element.kind == Kind.INTEGER && kinds.contains(Kind.FLOAT)) {
      return floatText(Double.parseDouble(new String(element.text, StandardCharsets.US_ASCII)));
    }
    return element.text;
  }

  private static void print(Map<String, byte[]> paths, TextOutput out) {
    String[] open = new String[0];
    boolean first = true;
    out.put('{');
    for (Map.Entry<String, byte[]> entry : paths.entrySet()) {
      String[] steps = entry.getKey().split("\\.", -1);
      int shared = 0;
      while (shared < open.length
          && shared < steps.length - 1
          && open[shared].equals(steps[shared])) {
        shared++;
      }
      for (int i = open.length; i > shared; i--) {
        out.put('}');
      }
      if (!first) {
        out.put(',');
      }
      for (int i = shared; i < steps.length; i++) {
        byte[] key = steps[i].getBytes(StandardCharsets.ISO_8859_1);
        StringCells.PLAIN.write(key, 0, key.length, TextStyle.JSON, out);
        out.put(i == steps.length - 1 ? ":" : ":{");
      }
      out.put(entry.getValue(), 0, entry.getValue().length);
      open = java.util.Arrays.copyOf(steps, steps.length - 1);
      first = false;
    }
    for (int i = 0; i < open.length; i++) {
      out.put('}');
    }
    out.put('}');
  }
}
