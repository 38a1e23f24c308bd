// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;

/**
 * What an array holds, as {@code <i4}, {@code |S3}.
 *
 * @param bytes of one element
 * @param bigEndian whether its most significant byte goes first
 */
record NpyElement(Kind kind, int bytes, boolean bigEndian) {

  /** How the bytes are understood; the names are in messages. */
  enum Kind {
    SIGNED("Int"),
    UNSIGNED("UInt"),
    FLOAT("Float"),
    TEXT("String"),
    UNICODE("Unicode");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private static final long MOST_BYTES = 1L << 31;

  /**
   * @throws TwinhouseException BAD_ARGUMENTS for an element that has no type here, INCORRECT_DATA
   *     for a size that is none
   */
  static NpyElement of(String description) {
    if (description.length() < 2 || "<>|".indexOf(description.charAt(0)) < 0) {
      throw refused("Wrong header data: the element's description '" + description + "'");
    }
    boolean bigEndian = description.charAt(0) == '>';
    char letter = description.charAt(1);
    if ("iubfSU".indexOf(letter) < 0) {
      throw refused("Elements of NumPy's type '" + description + "' are not supported");
    }
    long size = size(description.substring(2));
    return switch (letter) {
      case 'i' -> new NpyElement(Kind.SIGNED, whole(size), bigEndian);
      case 'u' -> new NpyElement(Kind.UNSIGNED, whole(size), bigEndian);
      case 'b' -> new NpyElement(Kind.UNSIGNED, 1, bigEndian);
      case 'f' -> new NpyElement(Kind.FLOAT, floating(size), bigEndian);
      case 'S' -> new NpyElement(Kind.TEXT, text(size), bigEndian);
      default -> new NpyElement(Kind.UNICODE, text(size * 4), bigEndian);
    };
  }

  /** The digits at the beginning; what stands behind them is passed over. */
  private static long size(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 15) {
      throw NpyHeader.incorrect("Invalid data type size: " + text);
    }
    return Long.parseLong(text.substring(0, end));
  }

  private static int whole(long size) {
    if (size != 1 && size != 2 && size != 4 && size != 8) {
      throw refused("Incorrect int type with size " + size);
    }
    return (int) size;
  }

  private static int floating(long size) {
    if (size != 2 && size != 4 && size != 8) {
      throw refused("Numpy float type with size " + size + " is not supported");
    }
    return (int) size;
  }

  private static int text(long size) {
    if (size >= MOST_BYTES) {
      throw NpyHeader.incorrect(
          "Npy element size is too large: " + size + " bytes exceeds the limit of " + MOST_BYTES);
    }
    return (int) size;
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  /** The type that holds such elements. */
  Type type() {
    return switch (kind) {
      case SIGNED -> new IntegerType(8 * bytes, true);
      case UNSIGNED -> new IntegerType(8 * bytes, false);
      case FLOAT -> bytes == 8 ? FloatType.FLOAT64 : FloatType.FLOAT32;
      case TEXT, UNICODE -> StringType.INSTANCE;
    };
  }

  boolean isText() {
    return kind == Kind.TEXT || kind == Kind.UNICODE;
  }

  /** As messages name it. */
  String word() {
    return kind.word + (isText() ? "" : 8 * bytes);
  }
}
