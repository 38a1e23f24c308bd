// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import java.util.List;

/** The tree of a pattern over bytes. */
sealed interface PatternNode {

  /** A code point beyond ASCII, as well-formed UTF-8 has it. */
  PatternNode BEYOND_ASCII =
      new Choice(
          List.of(
              sequence(ByteSet.range(0xC2, 0xDF), 1),
              sequence(ByteSet.range(0xE0, 0xEF), 2),
              sequence(ByteSet.range(0xF0, 0xF4), 3)));

  /** Any code point. */
  PatternNode ANY = new Choice(List.of(new One(ByteSet.range(0, 0x7F)), BEYOND_ASCII));

  private static PatternNode sequence(ByteSet first, int more) {
    One next = new One(ByteSet.range(0x80, 0xBF));
    return new Row(List.of(new One(first), new Times(next, more, more)));
  }

  /** One byte of a set. */
  record One(ByteSet bytes) implements PatternNode {}

  /** One after the other; empty matches nothing's place. */
  record Row(List<PatternNode> parts) implements PatternNode {}

  /** One of several. */
  record Choice(List<PatternNode> options) implements PatternNode {}

  /**
   * So many of one.
   *
   * @param most -1 for no limit
   */
  record Times(PatternNode part, int least, int most) implements PatternNode {}
}
