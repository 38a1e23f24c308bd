// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** Patterns of LIKE that choose columns. */
final class NamePattern {
  private static final String QUOTED = "^$.[|()?*+{";

  private NamePattern() {}

  /**
   * The regular expression that the server writes for a pattern.
   *
   * @throws TwinhouseException CANNOT_PARSE_ESCAPE_SEQUENCE for a backslash at the end
   */
  static String regexp(String pattern) {
    int i = 0;
    while (i < pattern.length() && pattern.charAt(i) == '%') {
      i++;
    }
    StringBuilder regexp = new StringBuilder(i == 0 ? "^" : "");
    for (; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%' && i + 1 == pattern.length()) {
        return regexp.toString();
      }
      if (c == '\\') {
        i += escaped(pattern, i + 1, regexp);
      } else if (c == '%') {
        regexp.append(".*");
      } else if (c == '_') {
        regexp.append('.');
      } else {
        regexp.append(QUOTED.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return regexp.append('$').toString();
  }

  /** Puts down what a backslash before {@code at} makes of it; returns the chars it took. */
  private static int escaped(String pattern, int at, StringBuilder regexp) {
    if (at == pattern.length()) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
          "Invalid escape sequence at the end of LIKE pattern '" + pattern + "'");
    }
    char c = pattern.charAt(at);
    if (c == '%' || c == '_') {
      regexp.append(c);
      return 1;
    }
    regexp.append("\\\\");
    return c == '\\' ? 1 : 0;
  }
}
