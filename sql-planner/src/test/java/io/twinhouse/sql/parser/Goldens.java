// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts that were put to the real server. A line of {@code queries.txt} is a query and how it
 * prints; {@code rejected.txt} holds what the server calls a syntax error.
 */
final class Goldens {
  private static final String ARROW = "  ==>  ";

  /** A text and its printed form. */
  record Pair(String text, String printed) {}

  private Goldens() {}

  static List<Pair> pairs(String file) {
    return lines(file).stream()
        .map(
            line -> {
              int arrow = line.indexOf(ARROW);
              return new Pair(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
            })
        .toList();
  }

  static List<String> lines(String file) {
    try (InputStream in = Goldens.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
