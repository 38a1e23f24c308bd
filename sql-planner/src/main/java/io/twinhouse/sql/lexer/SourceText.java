// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

import io.twinhouse.sql.ast.Position;

/** A text with its lines. Lines are counted only as far as positions are asked for. */
final class SourceText {
  private final String text;
  private int offset;
  private int line = 1;
  private int lineStart;

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
    if (at < offset) {
      offset = 0;
      line = 1;
      lineStart = 0;
    }
    for (; offset < at; offset++) {
      if (text.charAt(offset) == '\n') {
        line++;
        lineStart = offset + 1;
      }
    }
    return new Position(at, line, at - lineStart + 1);
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
