// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import java.util.Collection;
import java.util.function.Consumer;

/** The text as it grows. */
final class SqlText {
  private final StringBuilder out = new StringBuilder();
  private final Layout layout;
  private final boolean explained;
  private int depth;

  SqlText() {
    this(Layout.KEPT);
  }

  SqlText(Layout layout) {
    this(layout, false);
  }

  /**
   * @param explained whether what is a matter of course is written out, as EXPLAIN SYNTAX does
   */
  SqlText(Layout layout, boolean explained) {
    this.layout = layout;
    this.explained = explained;
  }

  /** An empty text that is laid out alike. */
  SqlText alike() {
    return new SqlText(layout, explained);
  }

  /** Whether it is laid out as the server shows texts. */
  boolean isShown() {
    return layout == Layout.SHOWN || layout == Layout.LINES;
  }

  /** Whether brackets stand where they were written. */
  boolean keepsBrackets() {
    return layout == Layout.WRITTEN;
  }

  boolean isExplained() {
    return explained;
  }

  boolean hasLines() {
    return layout == Layout.LINES;
  }

  /** What stands between two clauses: a new line, or a space. */
  SqlText gap() {
    return hasLines() ? line() : add(" ");
  }

  private SqlText line() {
    return add("\n").add("    ".repeat(depth));
  }

  /** A clause that is one step further in. */
  SqlText deeper(Runnable print) {
    depth++;
    print.run();
    depth--;
    return this;
  }

  /** A query in brackets. */
  SqlText enclosed(Runnable query) {
    return add("(").within(query).add(")");
  }

  /** A query between brackets that are there. */
  SqlText within(Runnable query) {
    if (!hasLines()) {
      query.run();
      return this;
    }
    deeper(
        () -> {
          line();
          query.run();
        });
    return line();
  }

  /** Elements behind a keyword: several stand on a line each, if there are lines. */
  <T> SqlText behind(Collection<? extends T> elements, Consumer<T> print) {
    if (hasLines() && elements.size() > 1) {
      return onLines(elements, print);
    }
    return add(" ").deeper(() -> list(elements, print));
  }

  /** Elements on a line each, if there are lines. */
  <T> SqlText onLines(Collection<? extends T> elements, Consumer<T> print) {
    return deeper(
        () -> {
          String comma = "";
          for (T element : elements) {
            add(comma).gap();
            print.accept(element);
            comma = ",";
          }
        });
  }

  /** A piece behind the spaces of a new line, if there are lines, though it begins none. */
  SqlText indented(String piece) {
    return add(hasLines() ? "    ".repeat(depth) : "").add(piece);
  }

  SqlText add(String piece) {
    out.append(piece);
    return this;
  }

  /** A name, quoted if it must be. */
  SqlText name(String name) {
    return add(isShown() ? Names.shown(name) : Names.quoted(name));
  }

  /** The name of a column that is declared, which the server puts into quotes always. */
  SqlText column(String name) {
    return isShown() ? add(Names.shownColumn(name)) : name(name);
  }

  /** The name of a function, quoted if it must be. */
  SqlText function(String name) {
    return add(isShown() ? Names.shown(name) : Names.function(name));
  }

  /** A name where hardly a word means anything else, quoted if it must be. */
  SqlText element(String name) {
    return add(isShown() ? Names.shown(name) : Names.element(name));
  }

  /** A string constant. */
  SqlText string(String value) {
    return add(isShown() ? Names.shownString(value) : Names.string(value));
  }

  /** All elements with commas between. */
  <T> SqlText list(Collection<? extends T> elements, Consumer<T> print) {
    String comma = "";
    for (T element : elements) {
      add(comma);
      print.accept(element);
      comma = ", ";
    }
    return this;
  }

  /** All elements with commas between, in round brackets. */
  <T> SqlText bracketed(Collection<? extends T> elements, Consumer<T> print) {
    return add("(").list(elements, print).add(")");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
