// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Quotes around names and strings. */
final class Names {
  /** Words that somewhere in the grammar mean more than a name. Too many quotes do no harm. */
  private static final Set<String> WORDS =
      Set.of(
          ("ADD AFTER ALIAS ALL ALTER AND ANTI ANY APPLY ARRAY AS ASC ASCENDING ASOF AT ATTACH"
                  + " BETWEEN BOTH BY CASE CAST CHECK CLEAR CLUSTER CODEC COLLATE COLUMN COLUMNS"
                  + " COMMENT CONSTRAINT CREATE CROSS CUBE CURRENT DATABASE DATE DEFAULT DELETE DESC"
                  + " DESCENDING DESCRIBE DETACH DISTINCT DIV DROP ELSE END ENGINE EPHEMERAL EXCEPT"
                  + " EXISTS EXPLAIN EXPRESSION EXTRACT FALSE FETCH FILL FILTER FINAL FIRST FOLLOWING"
                  + " FORMAT FREEZE FROM FULL FUNCTION GLOBAL GRANULARITY GROUP GROUPING GROUPS HAVING"
                  + " IDENTIFIED IF IGNORE ILIKE IN INDEX INF INFILE INFINITY INNER INSERT INTERPOLATE"
                  + " INTERSECT INTERVAL INTO IS JOIN KEY LEADING LEFT LIKE LIMIT LIVE LOCAL"
                  + " MATERIALIZE MATERIALIZED MOD MODIFY MOVE NAN NATURAL NOT NULL NULLS OFFSET ON"
                  + " ONLY OPTIMIZE OR ORDER OUTER OUTFILE OVER PARALLEL PARTITION PASTE POPULATE"
                  + " PRECEDING PREWHERE PRIMARY PROJECTION QUALIFY RANGE RECURSIVE REGEXP RENAME"
                  + " REPLACE RESPECT RIGHT ROLLUP ROW ROWS SAMPLE SELECT SEMI SET SETTINGS SHOW"
                  + " SIGNED SKIP SOME STALENESS STATISTICS STEP STREAM STRICT SYSTEM TABLE TEMPORARY"
                  + " THEN TIES TIMESTAMP TO TOP TOTALS TRAILING TRUE TRUNCATE TTL UNBOUNDED UNION"
                  + " UNSIGNED UPDATE USE USING UUID VALUES VIEW WATCH WHEN WHERE WINDOW WITH")
              .split(" "));

  /** Words that do not start a call when a bracket follows. */
  private static final Set<String> NO_FUNCTIONS =
      Set.of(
          ("ALL CASE CAST COLUMNS CUBE DISTINCT EXISTS EXPLAIN FALSE FROM INF INFINITY INTERVAL NAN"
                  + " NOT NULL ON ROLLUP SELECT TOP TRUE WITH")
              .split(" "));

  /** The only words that the server puts into quotes. */
  private static final Set<String> SHOWN_IN_QUOTES =
      Set.of("all", "distinct", "from", "null", "select", "table", "values");

  private Names() {}

  /** A name as the server shows it. */
  static String shown(String name) {
    boolean plain = isWord(name) && !SHOWN_IN_QUOTES.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : quote(name, '`', false);
  }

  /** The name of a declared column as the server shows it. */
  static String shownColumn(String name) {
    return quote(name, '`', false);
  }

  /** A string as the server shows it: bytes that are no text stay as they are. */
  static String shownString(String value) {
    return quote(value, '\'', false);
  }

  static String quoted(String name) {
    boolean plain = isWord(name) && !WORDS.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : quote(name, '`', true);
  }

  /** The name of a function, which most words may be. */
  static String function(String name) {
    boolean plain = isWord(name) && !NO_FUNCTIONS.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : quote(name, '`', true);
  }

  /** The name of an element of a type, where hardly a word means anything. */
  static String element(String name) {
    return isWord(name) ? name : quote(name, '`', true);
  }

  /** The name of a setting, which may have dots. */
  static String setting(String name) {
    return String.join(".", Stream.of(name.split("\\.", -1)).map(Names::element).toList());
  }

  static String string(String value) {
    return quote(value, '\'', true);
  }

  private static boolean isWord(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String quote(String value, char quote, boolean escapesBytes) {
    StringBuilder out = new StringBuilder(value.length() + 2);
    out.append(quote);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\0' -> out.append("\\0");
        default -> {
          if (c == quote) {
            out.append('\\');
          }
          if (escapesBytes && isLoneByte(value, i)) {
            out.append(String.format(Locale.ROOT, "\\x%02X", c & 0xFF));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append(quote).toString();
  }

  /** Whether the char stands for a byte that is no text; see {@code Literal.Text}. */
  private static boolean isLoneByte(String value, int at) {
    char c = value.charAt(at);
    boolean paired = at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    return Character.isLowSurrogate(c) && !paired;
  }
}
