// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.Locale;
import java.util.Set;

/** Names, texts and casts as SQL writes them, so that any reader of the dialect reads them back. */
public final class Quoting {

  /** Names that the server quotes although they read as names. */
  private static final Set<String> RESERVED =
      Set.of("all", "distinct", "from", "null", "select", "table", "values");

  private Quoting() {}

  /** A name in back-ticks. */
  public static String name(String name) {
    return '`' + escaped(name, "`") + '`';
  }

  /** A name as the server writes it: in back-ticks where it would not read as a name. */
  static String nameIfNeeded(String name) {
    boolean plain =
        name.matches("[A-Za-z_][A-Za-z_0-9]*") && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : name(name);
  }

  /** The name that {@code text} writes, in back-ticks or without; other text as it is. */
  public static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("`") && text.endsWith("`");
    return quoted
        ? text.substring(1, text.length() - 1).replace("\\`", "`").replace("\\\\", "\\")
        : text;
  }

  /** A string literal. */
  public static String text(String text) {
    return '\'' + escaped(text, "'") + '\'';
  }

  /** An expression's value as a value of {@code type}. */
  public static String cast(String expression, Type type) {
    return "CAST((" + expression + "), " + text(type.name()) + ')';
  }

  private static String escaped(String text, String quote) {
    return text.replace("\\", "\\\\").replace(quote, "\\" + quote);
  }
}
