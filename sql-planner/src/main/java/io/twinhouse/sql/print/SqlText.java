// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import java.util.Collection;
import java.util.function.Consumer;

/** The text as it grows. */
final class SqlText {
  private final StringBuilder out = new StringBuilder();

  SqlText add(String piece) {
    out.append(piece);
    return this;
  }

  /** A name, quoted if it must be. */
  SqlText name(String name) {
    return add(Names.quoted(name));
  }

  /** A string constant. */
  SqlText string(String value) {
    return add(Names.string(value));
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
