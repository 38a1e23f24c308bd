// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Names, texts and casts as SQL writes them, so that any reader of the dialect reads them back. */
public final class Quoting {
  private Quoting() {}

  /** A name in back-ticks. */
  public static String name(String name) {
    return '`' + escaped(name, "`") + '`';
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
