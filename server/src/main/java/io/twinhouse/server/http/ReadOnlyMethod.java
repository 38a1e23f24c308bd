// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GET only reads: the server refuses anything else by the statement's first word. */
final class ReadOnlyMethod {

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?s)(?:\\s|\\(|--[^\n]*\n|/\\*.*?\\*/)*([A-Za-z]+)?.*");
  private static final Set<String> READING =
      Set.of(
          "SELECT", "WITH", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS", "SET", "USE", "FROM");

  private ReadOnlyMethod() {}

  /**
   * @throws TwinhouseException READONLY
   */
  static void check(String sql, String user) {
    Matcher matcher = FIRST_WORD.matcher(sql);
    String word = matcher.matches() ? matcher.group(1) : null;
    if (word != null && !READING.contains(word.toUpperCase(Locale.ROOT))) {
      throw new TwinhouseException(
          ErrorCode.READONLY,
          user
              + ": Cannot execute query in readonly mode. For queries over HTTP, method GET implies"
              + " readonly. You should use method POST for modifying queries");
    }
  }
}
