// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables of characters as the server has them, which may be newer than this Java's. */
final class CharacterTables {

  private CharacterTables() {}

  /** What the entity of HTML with this name stands for; null if there is none. */
  static byte @Nullable [] htmlEntity(byte[] data, int from, int to) {
    return Entities.BY_NAME.get(new String(data, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** What case folding makes of a code point; null where it stays. */
  static byte @Nullable [] folded(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? Folding.LETTERS[point - 'A'] : null;
    }
    return Folding.BY_POINT.get(point);
  }

  /** Read when a query first asks. */
  private static final class Entities {
    private static final Map<String, byte[]> BY_NAME = read("html-entities.tsv");
  }

  private static final class Folding {
    private static final Map<Integer, byte[]> BY_POINT = new HashMap<>();
    private static final byte[][] LETTERS = new byte[26][];

    static {
      read("case-folding.tsv")
          .forEach((point, text) -> BY_POINT.put(Integer.parseInt(point, 16), text));
      for (int i = 0; i < LETTERS.length; i++) {
        LETTERS[i] = new byte[] {(byte) ('a' + i)};
      }
    }
  }

  private static Map<String, byte[]> read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(CharacterTables.class.getResourceAsStream(resource))) {
      Map<String, byte[]> table = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(parts -> table.put(parts[0], points(parts[1])));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] points(String written) {
    StringBuilder text = new StringBuilder();
    for (String point : written.split(" ")) {
      text.appendCodePoint(Integer.parseInt(point, 16));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
