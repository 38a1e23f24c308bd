// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Pattern;
import io.twinhouse.engine.function.pattern.Automaton;
import org.jspecify.annotations.Nullable;

/**
 * A pattern to look for groups with. What ends in {@code .*$} matches wherever what is before that
 * does, with the same groups, up to the end of the text: RE2 need not walk there. And texts that a
 * table says do not match never come to RE2.
 */
final class OpenPattern {

  private static final String TAIL = ".*$";

  private final Pattern pattern;
  private final boolean toEnd;
  private final @Nullable Automaton table;

  private OpenPattern(Pattern pattern, boolean toEnd) {
    this.pattern = pattern;
    this.toEnd = toEnd;
    table = LikePattern.automaton(pattern);
  }

  /**
   * @param pattern as {@link LikePattern#regexp} compiles it, so that dots match everything
   */
  static OpenPattern of(Pattern pattern) {
    String text = pattern.pattern();
    int head = text.length() - TAIL.length();
    return hasTail(text)
        ? new OpenPattern(LikePattern.regexp(text.substring(0, head)), true)
        : new OpenPattern(pattern, false);
  }

  /**
   * Whether the tail stands behind all of the rest: the rest is no alternative of its own, holds no
   * flags that change what the tail means, and does not end within an escape or a class.
   */
  private static boolean hasTail(String text) {
    int head = text.length() - TAIL.length();
    if (head < 1 || !text.endsWith(TAIL)) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < head; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i == head || text.charAt(i) == 'Q') {
          return false;
        }
      } else if (c == '[') {
        i = closing(text, i, head);
        if (i < 0) {
          return false;
        }
      } else if (c == '(') {
        depth++;
        if (text.charAt(i + 1) == '?' && text.charAt(i + 2) != ':') {
          return false;
        }
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        return false;
      }
    }
    return depth == 0;
  }

  /** Where a class ends; negative if that is behind the head or not plain to see. */
  private static int closing(String text, int open, int head) {
    int first = open + 1;
    if (text.charAt(first) == '^') {
      first++;
    }
    for (int i = first; i < head; i++) {
      char c = text.charAt(i);
      if (c == ']' && i > first) {
        return i;
      }
      if (c == '[') {
        return -1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }

  /** A matcher of a whole text; null if the pattern matches nowhere in it. */
  @Nullable TextMatcher matcher(byte[] text) {
    return table != null && !table.matches(text, 0, text.length)
        ? null
        : TextMatcher.of(pattern, text, toEnd);
  }
}
