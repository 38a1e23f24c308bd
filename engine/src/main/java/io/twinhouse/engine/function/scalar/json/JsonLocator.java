// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

/**
 * Finds the value at a path while the whole document is checked. A step is a key, or a position
 * from 1 on or from the end (negative). Of equal keys the first counts.
 */
final class JsonLocator extends JsonScanner {

  /** What became of a search. */
  enum Outcome {
    /** The document is not well-formed. */
    INVALID,
    /** It is, and has nothing at the path. */
    MISSING,
    FOUND
  }

  private final JsonKey key;
  private final boolean[] isKey;
  private final byte[][] keys;
  private final int[] keyFrom;
  private final int[] keyTo;
  private final long[] positions;
  private final int steps;

  /** Where the value found begins and ends, and the text of its key between the quotes. */
  int valueFrom;

  int valueTo;
  int nameFrom;
  int nameTo;
  private boolean found;
  private boolean invalid;

  JsonLocator(int steps, boolean ignoreCase) {
    this.steps = steps;
    this.key = new JsonKey(ignoreCase);
    isKey = new boolean[steps];
    keys = new byte[steps][];
    keyFrom = new int[steps];
    keyTo = new int[steps];
    positions = new long[steps];
  }

  void setKey(int step, byte[] bytes, int from, int to) {
    isKey[step] = true;
    keys[step] = bytes;
    keyFrom[step] = from;
    keyTo[step] = to;
  }

  void setPosition(int step, long position) {
    isKey[step] = false;
    positions[step] = position;
  }

  /** Looks for the path in {@code [from, to)} of {@code bytes}. */
  Outcome find(byte[] bytes, int from, int to) {
    over(bytes, from, to);
    found = false;
    invalid = false;
    nameFrom = 0;
    nameTo = 0;
    skipBlanks();
    boolean valid = descend(0);
    skipBlanks();
    if (!valid || at < end) {
      return Outcome.INVALID;
    }
    return found ? Outcome.FOUND : Outcome.MISSING;
  }

  private boolean descend(int step) {
    if (step == steps) {
      valueFrom = at;
      found = true;
      boolean valid = skipValue();
      valueTo = at;
      return valid;
    }
    return switch (peek()) {
      case '{' -> isKey[step] ? byKey(step) : byPosition(step);
      case '[' -> isKey[step] ? skipValue() : byPosition(step);
      default -> skipValue();
    };
  }

  private boolean byKey(int step) {
    if (!enter()) {
      return false;
    }
    if (skip('}')) {
      return leaveEmpty();
    }
    if (isTooDeep()) {
      return false;
    }
    boolean open = true;
    do {
      int from = at + 1;
      if (peek() != '"' || !skipString()) {
        return false;
      }
      int to = at - 1;
      skipBlanks();
      if (!skip(':')) {
        return false;
      }
      boolean match = open && key.same(data, from, to, keys[step], keyFrom[step], keyTo[step]);
      if (match) {
        open = false;
        nameFrom = from;
        nameTo = to;
      }
      if (!(match ? descend(step + 1) : skipValue())) {
        return false;
      }
      skipBlanks();
    } while (skip(','));
    return leave('}');
  }

  private boolean byPosition(int step) {
    long wanted = positions[step];
    if (wanted < 0) {
      int start = at;
      long members = count();
      if (invalid) {
        return false;
      }
      wanted = members + wanted + 1;
      if (wanted <= 0) {
        return true;
      }
      at = start;
    }
    return peek() == '{' ? memberAt(step, wanted) : elementAt(step, wanted);
  }

  /** Passes the container under the cursor and counts its members. */
  private long count() {
    boolean object = peek() == '{';
    long members = 0;
    invalid = !enter();
    if (invalid || skip(object ? '}' : ']')) {
      leaveEmpty();
      return 0;
    }
    invalid = isTooDeep();
    while (!invalid) {
      if (object) {
        invalid = peek() != '"' || !skipString();
        skipBlanks();
        invalid |= !skip(':');
      }
      invalid = invalid || !skipValue();
      members++;
      skipBlanks();
      if (invalid || !skip(',')) {
        break;
      }
    }
    invalid |= !leave(object ? '}' : ']');
    return members;
  }

  private boolean memberAt(int step, long wanted) {
    if (!enter()) {
      return false;
    }
    if (skip('}')) {
      return leaveEmpty();
    }
    if (isTooDeep()) {
      return false;
    }
    long member = 0;
    do {
      int from = at + 1;
      if (peek() != '"' || !skipString()) {
        return false;
      }
      int to = at - 1;
      skipBlanks();
      if (!skip(':')) {
        return false;
      }
      boolean match = ++member == wanted;
      if (match) {
        nameFrom = from;
        nameTo = to;
      }
      if (!(match ? descend(step + 1) : skipValue())) {
        return false;
      }
      skipBlanks();
    } while (skip(','));
    return leave('}');
  }

  private boolean elementAt(int step, long wanted) {
    if (!enter()) {
      return false;
    }
    if (skip(']')) {
      return leaveEmpty();
    }
    if (isTooDeep()) {
      return false;
    }
    long element = 0;
    do {
      boolean match = ++element == wanted;
      if (match) {
        nameFrom = 0;
        nameTo = 0;
      }
      if (!(match ? descend(step + 1) : skipValue())) {
        return false;
      }
      skipBlanks();
    } while (skip(','));
    return leave(']');
  }
}
