// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.text.JsonText;
import java.io.IOException;

/**
 * Finds where the object or array ahead in a feed ends, so that it is in memory as a whole before
 * it is read. Looks at brackets and strings alone. One thread.
 */
final class ValueBounds {

  private int depth;
  private boolean inString;

  /**
   * Bytes up to and with the bracket that closes the one ahead, which must be there.
   *
   * @throws TwinhouseException CANNOT_PARSE_INPUT_ASSERTION_FAILED at the end of the data
   */
  int lengthOf(RecordFeed in) throws IOException {
    int length = lengthOrEnd(in);
    if (length < 0) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '}' at end of stream");
    }
    return length;
  }

  /** As {@link #lengthOf}, or -1 at the end of the data. */
  int lengthOrEnd(RecordFeed in) throws IOException {
    depth = 0;
    inString = false;
    for (int passed = 0; in.peek(passed) >= 0; ) {
      passed = passOver(in.data(), in.to() + passed, in.limit()) - in.to();
      if (isOver()) {
        return passed;
      }
    }
    return -1;
  }

  private boolean isOver() {
    return depth == 0 && !inString;
  }

  /** Behind the last bracket, or where the bytes at hand end. */
  private int passOver(byte[] data, int from, int limit) {
    int at = inString ? behindString(data, from, limit) : behindBrackets(data, from, limit);
    while (at < limit && !isOver()) {
      at = inString ? behindString(data, at, limit) : behindBrackets(data, at, limit);
    }
    return at;
  }

  /** Behind the quote that ends a string, or where the bytes at hand end. */
  private int behindString(byte[] data, int from, int limit) {
    int at = JsonText.endOfPlain(data, from, limit);
    while (at < limit && data[at] != '"') {
      // what an escape hides may be a quote; control characters are refused when they are read
      at = JsonText.endOfPlain(data, at + (data[at] == '\\' ? 2 : 1), limit);
    }
    if (at >= limit) {
      return at;
    }
    inString = false;
    return at + 1;
  }

  /** Behind the quote that begins a string, the last bracket, or where the bytes at hand end. */
  private int behindBrackets(byte[] data, int from, int limit) {
    for (int at = from; at < limit; at++) {
      byte next = data[at];
      if (next == '"') {
        inString = true;
        return at + 1;
      }
      // in ASCII a bracket is a brace less 0x20
      int bracket = next | 0x20;
      depth += bracket == '{' ? 1 : bracket == '}' ? -1 : 0;
      if (bracket == '}' && depth == 0) {
        return at + 1;
      }
    }
    return limit;
  }
}
