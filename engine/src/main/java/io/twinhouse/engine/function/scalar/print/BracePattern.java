// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with {@code {}} or {@code {0}} where arguments go, and doubled braces for braces.
 *
 * @param texts what stands before each argument, and at the end
 * @param arguments which argument stands between a text and the next
 */
record BracePattern(List<byte[]> texts, List<Integer> arguments) {

  static BracePattern parse(byte[] pattern, int argumentCount) {
    return new Reader(pattern, argumentCount).read();
  }

  private static final class Reader {
    private final byte[] pattern;
    private final int argumentCount;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<Integer> arguments = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private boolean counted;
    private boolean named;

    Reader(byte[] pattern, int argumentCount) {
      this.pattern = pattern;
      this.argumentCount = argumentCount;
    }

    BracePattern read() {
      int at = 0;
      while (at < pattern.length) {
        byte sign = pattern[at];
        boolean doubled = at + 1 < pattern.length && pattern[at + 1] == sign;
        if (sign == '{' && !doubled) {
          at = readPlace(at + 1);
        } else if (sign == '}' && !doubled) {
          throw wrong("Closed curly brace without open one at position " + at);
        } else {
          text.write(sign);
          at += sign == '{' || sign == '}' ? 2 : 1;
        }
      }
      texts.add(text.toByteArray());
      return new BracePattern(texts, arguments);
    }

    private int readPlace(int from) {
      int at = from;
      int number = 0;
      for (; at < pattern.length && pattern[at] != '}'; at++) {
        if (pattern[at] < '0' || pattern[at] > '9') {
          throw wrong("Not a number in curly braces at position " + at);
        }
        number = Math.min(number * 10 + pattern[at] - '0', 1 << 20);
      }
      if (at == pattern.length) {
        throw wrong("Last open curly brace is not closed");
      }
      boolean explicit = at > from;
      if (explicit ? counted : named) {
        throw wrong("Cannot switch between automatic field numbering and manual specification");
      }
      named |= explicit;
      counted |= !explicit;
      int argument = explicit ? number : arguments.size();
      if (argument >= argumentCount) {
        throw wrong(
            explicit
                ? "Too big number for arguments, must be at most " + (argumentCount - 1)
                : "Not enough arguments to fill the placeholders in the format string");
      }
      texts.add(text.toByteArray());
      text.reset();
      arguments.add(argument);
      return at + 1;
    }

    private static TwinhouseException wrong(String what) {
      return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, what);
    }
  }
}
