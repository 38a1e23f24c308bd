// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/**
 * CRC-32C of eight bytes at a time, as the processor's instruction has it: no bits are turned round
 * at the ends. Pure.
 */
public final class CastagnoliWord {

  private static final int[] CRC = table();

  private CastagnoliWord() {}

  /**
   * @param start what the words before came to
   * @param word whose lowest byte comes first
   */
  public static int crc(int start, long word) {
    int crc = start;
    for (int i = 0; i < Long.BYTES; i++) {
      crc = crc >>> 8 ^ CRC[(crc ^ (int) (word >>> 8 * i)) & 0xFF];
    }
    return crc;
  }

  /** Of the reversed Castagnoli polynomial. */
  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82F6_3B78;
      }
      table[i] = crc;
    }
    return table;
  }
}
