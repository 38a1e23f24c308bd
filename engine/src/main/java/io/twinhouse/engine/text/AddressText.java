// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/** UUIDs and IP addresses. */
final class AddressText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private AddressText() {}

  static void writeUuid(long high, long low, TextOutput out) {
    hex(high >>> 32, 8, out);
    out.put('-');
    hex(high >>> 16 & 0xFFFF, 4, out);
    out.put('-');
    hex(high & 0xFFFF, 4, out);
    out.put('-');
    hex(low >>> 48, 4, out);
    out.put('-');
    hex(low & 0xFFFF_FFFF_FFFFL, 12, out);
  }

  private static void hex(long value, int digits, TextOutput out) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.put(HEX[(int) (value >>> shift) & 15]);
    }
  }

  static void writeV4(long address, TextOutput out) {
    out.putDigits(address >>> 24 & 255, 1).put('.').putDigits(address >>> 16 & 255, 1);
    out.put('.').putDigits(address >>> 8 & 255, 1).put('.').putDigits(address & 255, 1);
  }

  static void writeV6(long high, long low, TextOutput out) {
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> 48 - 16 * i) & 0xFFFF;
      groups[4 + i] = (int) (low >>> 48 - 16 * i) & 0xFFFF;
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && groups[i + length] == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
      i += length;
    }
    boolean wrapsV4 = best == 0 && (bestLength == 6 || (bestLength == 5 && groups[5] == 0xFFFF));
    int end = wrapsV4 ? 6 : 8;
    for (int i = 0; i < end; i++) {
      if (i >= best && best >= 0 && i < best + bestLength) {
        if (i == best) {
          out.put(':');
        }
        continue;
      }
      if (i > 0) {
        out.put(':');
      }
      out.put(Integer.toHexString(groups[i]));
    }
    if (wrapsV4) {
      out.put(':');
      writeV4(low & 0xFFFF_FFFFL, out);
    } else if (best >= 0 && best + bestLength == 8) {
      out.put(':');
    }
  }
}
