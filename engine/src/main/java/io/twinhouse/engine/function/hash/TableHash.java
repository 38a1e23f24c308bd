// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import java.util.zip.CRC32C;

/**
 * The hash by which ClickHouse's tables place texts: CRC-32C over words of eight bytes, the last of
 * which may overlap the one before, and CityHash for texts shorter than a word. It never shows as a
 * value, only as the order of what comes out of a table.
 */
public final class TableHash {

  private static final int WORD = 8;

  private TableHash() {}

  /** The hash of a number of up to eight bytes, zero-extended. */
  public static long ofWord(long word) {
    byte[] bytes = new byte[WORD];
    ByteOrders.putLong(bytes, 0, word);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, WORD);
    return ~crc.getValue() & 0xffffffffL;
  }

  /** The hash of {@code length} bytes from {@code offset} on. */
  public static long ofText(byte[] data, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (length < WORD) {
      return CityHash102.hash64(data, offset, length) & 0xffffffffL;
    }
    CRC32C crc = new CRC32C();
    crc.update(data, offset, WORD * Math.max(1, (length - 1) / WORD));
    crc.update(data, offset + length - WORD, WORD);
    // The register itself: the library inverts it at the end.
    return ~crc.getValue() & 0xffffffffL;
  }
}
