// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

/** The numbers of the page layout that writer and reader share. */
final class PageLayout {

  static final int FRAME = 1;
  static final int FLOATS = 2;
  static final int WIDE = 3;
  static final int BYTES = 4;
  static final int ARRAY = 5;
  static final int TUPLE = 6;
  static final int PACKED_BYTES = 7;

  static final int NO_NULLS = 0;
  static final int SOME_NULLS = 1;
  static final int ALL_NULLS = 2;

  static final int KIND_AT = 0;
  static final int WIDTH_AT = 1;
  static final int NULLS_AT = 2;
  static final int WORDS_AT = 3;
  static final int ROWS_AT = 8;
  static final int HEADER = 16;

  private PageLayout() {}

  /** Bytes of a validity bitmap with its padding. */
  static int bitmapBytes(int rows) {
    return (rows + 63) / 64 * 8;
  }

  static long padded(long bytes) {
    return (bytes + 7) & ~7L;
  }
}
