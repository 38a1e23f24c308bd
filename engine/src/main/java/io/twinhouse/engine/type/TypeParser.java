// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Reads type text as ClickHouse writes it; the inverse of {@link Type#name()}. */
public final class TypeParser {

  private TypeParser() {}

  /**
   * The type that {@code text} names, aliases ({@code INT}, {@code VARCHAR(10)}) and case rules as
   * in ClickHouse.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException UNKNOWN_TYPE or SYNTAX_ERROR
   */
  public static Type parse(String text) {
    return new TypeReader(text).read();
  }
}
