// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions and queries of definitions as the server shows them. The store keeps more names in
 * quotes, so that its texts can be read back whatever the names are.
 */
public final class ShownText {

  private ShownText() {}

  /** An expression; empty for none. */
  public static String of(@Nullable String kept) {
    return kept == null || kept.isEmpty() ? "" : SqlPrinter.show(SqlParser.parseExpression(kept));
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
    return SqlPrinter.show(SharedNames.in(SqlParser.parseQuery(kept)), lines);
  }
}
