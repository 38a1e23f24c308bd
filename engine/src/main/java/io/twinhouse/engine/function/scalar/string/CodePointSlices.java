// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import org.jspecify.annotations.Nullable;

/**
 * Parts of texts by code points, of broken ones too: forward by as many bytes as the first of a
 * code point announces, backward over continuation bytes. Texts of ASCII alone are cut by bytes
 * instead, which differs where a position lies before the first character.
 */
final class CodePointSlices {

  private final BytesLane texts;
  private final BytesBuffer out;

  CodePointSlices(BytesLane texts, BytesBuffer out) {
    this.texts = texts;
    this.out = out;
  }

  /** Whether rows are to be cut by code points: not if all of them are ASCII. */
  static boolean isFor(BytesLane texts, int rows) {
    for (int row = 0; row < rows; row++) {
      for (int at = texts.start(row); at < texts.end(row); at++) {
        if (texts.data()[at] < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** From a position counted from 1, or from the end when negative; none from 0. */
  void substring(LongLane starts, @Nullable LongLane lengths, int rows) {
    for (int row = 0; row < rows; row++) {
      long start = starts.at(row);
      int from = start > 0 ? forward(row, texts.start(row), start - 1) : backward(row, start);
      if (start == 0) {
        out.endRow();
      } else if (lengths == null) {
        write(from, texts.end(row));
      } else {
        write(from, forward(row, from, length(row, start, lengths.at(row))));
      }
    }
  }

  /** A negative length leaves so many code points out at the end. */
  private long length(int row, long start, long length) {
    if (length >= 0) {
      return length;
    }
    return length + (start > 0 ? count(row) - start + 1 : -start);
  }

  /** The first so many, or all but so many of the last. */
  void left(LongLane counts, int rows) {
    for (int row = 0; row < rows; row++) {
      long count = counts.at(row);
      long kept = count < 0 ? count(row) + count : count;
      write(texts.start(row), forward(row, texts.start(row), kept));
    }
  }

  /**
   * The last so many, or all but so many of the first.
   *
   * @param cut whether what follows those so many is left out, as the server does unless the count
   *     alone is constant; only broken texts go on there
   */
  void right(LongLane counts, boolean cut, int rows) {
    for (int row = 0; row < rows; row++) {
      long count = counts.at(row);
      int end = texts.end(row);
      if (count < 0) {
        write(forward(row, texts.start(row), -count), end);
      } else {
        int from = backward(row, -count);
        write(from, cut ? forward(row, from, count) : end);
      }
    }
  }

  private long count(int row) {
    return Utf8.count(texts.data(), texts.start(row), texts.end(row));
  }

  private int forward(int row, int from, long points) {
    int position = from;
    for (long left = points; left > 0 && position < texts.end(row); left--) {
      position += Utf8.announced(texts.data()[position]);
    }
    return Math.min(position, texts.end(row));
  }

  private int backward(int row, long points) {
    int position = texts.end(row);
    for (long left = points; left < 0 && position > texts.start(row); left++) {
      position--;
      while (position > texts.start(row) && !Utf8.isStart(texts.data()[position])) {
        position--;
      }
    }
    return position;
  }

  private void write(int from, int to) {
    out.write(texts.data(), from, to - from);
    out.endRow();
  }
}
