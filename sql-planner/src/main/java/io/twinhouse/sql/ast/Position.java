// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/**
 * Where a node starts in its text. All positions are equal to each other, so that two trees compare
 * by what they say and not by how their texts were laid out.
 */
public final class Position {
  /** The position of nodes that come from no text. */
  public static final Position NONE = new Position(-1, 0, 0);

  private final int offset;
  private final int line;
  private final int column;

  /**
   * Makes a position.
   *
   * @param offset index of the first char in the text, from 0
   * @param line line of the text, from 1
   * @param column char within the line, from 1
   */
  public Position(int offset, int line, int column) {
    this.offset = offset;
    this.line = line;
    this.column = column;
  }

  /** Index of the first char in the text, from 0; negative when there is no text. */
  public int offset() {
    return offset;
  }

  /** Line of the text, from 1. */
  public int line() {
    return line;
  }

  /** Char within the line, from 1. */
  public int column() {
    return column;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return offset < 0 ? "nowhere" : "line " + line + ", col " + column;
  }
}
