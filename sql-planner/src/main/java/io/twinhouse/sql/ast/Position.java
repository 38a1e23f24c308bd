// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/**
 * Where a node starts in its text, and which of two ways to write it was taken there. All positions
 * are equal to each other, so that two trees compare by what they say and not by how their texts
 * were laid out.
 */
public final class Position {
  /** The position of nodes that come from no text. */
  public static final Position NONE = new Position(-1, 0, 0);

  private final int offset;
  private final int line;
  private final int column;
  private final boolean inBrackets;
  private final boolean call;

  /**
   * Makes a position.
   *
   * @param offset index of the first char in the text, from 0
   * @param line line of the text, from 1
   * @param column char within the line, from 1
   */
  public Position(int offset, int line, int column) {
    this(offset, line, column, false, false);
  }

  private Position(int offset, int line, int column, boolean inBrackets, boolean call) {
    this.offset = offset;
    this.line = line;
    this.column = column;
    this.inBrackets = inBrackets;
    this.call = call;
  }

  /** The position of a node that stands in brackets of its own. */
  public Position inBrackets() {
    return new Position(offset, line, column, true, call);
  }

  /** The position of a function that is written as a call though it has an operator. */
  public Position asCall() {
    return new Position(offset, line, column, inBrackets, true);
  }

  /** The place alone, for another node that starts there. */
  public Position start() {
    return inBrackets || call ? new Position(offset, line, column) : this;
  }

  /** Whether the node stands in brackets of its own. */
  public boolean isInBrackets() {
    return inBrackets;
  }

  /** Whether the node is written as a call. */
  public boolean isCall() {
    return call;
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
