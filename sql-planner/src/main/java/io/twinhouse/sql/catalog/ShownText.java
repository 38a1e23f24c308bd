// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions and queries of definitions as the server shows them. The store keeps more names in
 * quotes, so that its texts can be read back whatever the names are.
 */
public final class ShownText {

  /** The only words that the server puts into quotes. */
  private static final Set<String> QUOTED =
      Set.of("all", "distinct", "from", "null", "select", "table", "values");

  private ShownText() {}

  /** An expression; empty for none. */
  public static String of(@Nullable String kept) {
    return kept == null || kept.isEmpty()
        ? ""
        : unquoted(SqlPrinter.show(SqlParser.parseExpression(kept)));
  }

  /** Expressions with commas between. */
  public static String list(List<String> kept) {
    return kept.stream().map(ShownText::of).collect(Collectors.joining(", "));
  }

  /**
   * A query.
   *
   * @param lines whether on several lines
   */
  public static String query(String kept, boolean lines) {
    return unquoted(SqlPrinter.show(SqlParser.parseQuery(kept), lines));
  }

  /** The text without quotes around plain words. */
  private static String unquoted(String kept) {
    if (kept.indexOf('`') < 0) {
      return kept;
    }
    StringBuilder shown = new StringBuilder(kept.length());
    int at = 0;
    while (at < kept.length()) {
      char c = kept.charAt(at);
      int end = c == '\'' || c == '`' ? endOfQuoted(kept, at) : at + 1;
      String piece = kept.substring(at, end);
      shown.append(c == '`' && isPlain(piece) ? piece.substring(1, piece.length() - 1) : piece);
      at = end;
    }
    return shown.toString();
  }

  private static int endOfQuoted(String text, int start) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static boolean isPlain(String quoted) {
    return quoted.matches("`[A-Za-z_][A-Za-z0-9_]*`")
        && !QUOTED.contains(quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT));
  }
}
