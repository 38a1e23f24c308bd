// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

/**
 * The value that a stream has come to: bits of a number, least significant first, or bytes. Reused
 * from value to value.
 */
final class Cell {

  long bits;
  byte[] data = Slice.EMPTY.data();
  int from;
  int length;

  void bytes(Slice slice) {
    data = slice.data();
    from = slice.from();
    length = slice.length();
  }
}
