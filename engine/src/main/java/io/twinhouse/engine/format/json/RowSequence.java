// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands between the rows of a JSON format. */
interface RowSequence {

  /** Whether a byte is one of those that may stand anywhere between two of a document's tokens. */
  static boolean isBlank(int next) {
    return next == ' ' || (next >= '\t' && next <= '\r');
  }

  /** Goes on to where the next row begins; false at the end of the rows. */
  boolean advance(RecordFeed in) throws IOException;

  /**
   * Rows one behind the other with any of these bytes, or blanks, between.
   *
   * @param opening what a row begins with
   */
  static RowSequence plain(String between, char opening) {
    return in -> {
      int next = in.peek(0);
      while (isBlank(next) || (next >= 0 && between.indexOf(next) >= 0)) {
        in.skip(1);
        next = in.peek(0);
      }
      return next >= 0 && opens(next, opening);
    };
  }

  /** Objects one behind the other, or all of them in one array, with a comma between. */
  static RowSequence objects() {
    return new RowSequence() {
      private boolean begun;
      private boolean within;

      @Override
      public boolean advance(RecordFeed in) throws IOException {
        int next = passBlanks(in);
        boolean separated = false;
        if (!begun) {
          begun = true;
          within = next == '[';
          next = within ? passOne(in) : next;
        } else if (next == ',' || (next == ';' && !within)) {
          separated = true;
          next = passOne(in);
        }
        if (next < 0 && within) {
          throw refused("expected ']' at end of stream");
        }
        if (within && next == ']' && !separated) {
          next = passOne(in);
          next = next == ';' ? passOne(in) : next;
          if (next >= 0) {
            throw refused("expected 'eof' before: '" + (char) next + "'");
          }
          within = false;
        }
        return next >= 0 && opens(next, '{');
      }
    };
  }

  private static int passOne(RecordFeed in) throws IOException {
    in.skip(1);
    return passBlanks(in);
  }

  private static int passBlanks(RecordFeed in) throws IOException {
    int next = in.peek(0);
    while (isBlank(next)) {
      in.skip(1);
      next = in.peek(0);
    }
    return next;
  }

  private static TwinhouseException refused(String problem) {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, "Cannot parse input: " + problem);
  }

  /** Rows within a document. */
  static RowSequence within(DocumentFrame frame, char opening) {
    return new RowSequence() {
      private boolean ended;

      @Override
      public boolean advance(RecordFeed in) throws IOException {
        if (ended) {
          return false;
        }
        int next = in.peek(0);
        while (isBlank(next) || next == ',') {
          in.skip(1);
          next = in.peek(0);
        }
        if (next < 0 || next == ']') {
          frame.close();
          ended = true;
          return false;
        }
        return opens(next, opening);
      }
    };
  }

  /** Objects within an object, each behind its name. */
  static RowSequence named(RecordFeed feed) {
    FeedScanner scanner = new FeedScanner(feed);
    return new RowSequence() {
      private boolean begun;

      @Override
      public boolean advance(RecordFeed in) throws IOException {
        if (!begun) {
          scanner.require('{');
        }
        int next = scanner.peek();
        boolean over = next < 0 || next == '}';
        if (!over && begun) {
          scanner.require(',');
        }
        begun = true;
        if (next == '}' && scanner.skip('}') && scanner.peek() >= 0) {
          scanner.require(',');
        }
        String name = over ? null : name(scanner);
        scanner.take();
        return name != null && opens(in.peek(0), '{');
      }
    };
  }

  private static @Nullable String name(FeedScanner scanner) throws IOException {
    String name = scanner.string();
    if (name == null) {
      throw DocumentFrame.noString();
    }
    scanner.require(':');
    scanner.peek();
    return name;
  }

  private static boolean opens(int next, char opening) {
    if (next != opening) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '" + opening + "' before: '" + (char) next + "'");
    }
    return true;
  }
}
