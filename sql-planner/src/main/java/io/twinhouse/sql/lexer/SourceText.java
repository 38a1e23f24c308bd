// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

import io.twinhouse.sql.ast.Position;
import java.util.Arrays;

/** A text with its lines. Lines are looked for only as far as positions are asked for. */
final class SourceText {
  private final String text;

  /** Where the lines known so far start. */
  private int[] starts = new int[16];

  private int lines = 1;

  /** Up to where lines were looked for. */
  private int searched;

  SourceText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  String slice(Token token) {
    return text.substring(token.start(), token.end());
  }

  Position position(int at) {
    for (; searched < at; searched++) {
      if (text.charAt(searched) == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = searched + 1;
      }
    }
    int line = lines;
    if (at < starts[lines - 1]) {
      int found = Arrays.binarySearch(starts, 0, lines, at);
      line = found >= 0 ? found + 1 : -found - 1;
    }
    return new Position(at, line, at - starts[line - 1] + 1);
  }

  /** The place of a char as ClickHouse counts it: in bytes of UTF-8, from 1. */
  int bytePosition(int at) {
    int bytes = 1;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
