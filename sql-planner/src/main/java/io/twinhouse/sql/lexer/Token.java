// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

/**
 * A piece of text that means something.
 *
 * @param start index of its first char
 * @param end index behind its last char
 * @param problem what is wrong with a token of kind ERROR; empty for all others
 */
public record Token(TokenKind kind, int start, int end, String problem) {
  Token(TokenKind kind, int start, int end) {
    this(kind, start, end, "");
  }
}
