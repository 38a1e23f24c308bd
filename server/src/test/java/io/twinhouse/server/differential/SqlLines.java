// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads scripts of one statement a line; lines that start with {@code #} are comments. */
final class SqlLines {

  private SqlLines() {}

  static List<String> of(String resource) throws IOException {
    try (InputStream in = SqlLines.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    }
  }
}
