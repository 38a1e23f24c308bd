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
    int gap = longestGap(groups);
    int gapEnd = gap < 0 ? -1 : gapEnd(groups, gap);
    boolean wrapsV4 = gap == 0 && (gapEnd == 6 || (gapEnd == 5 && groups[5] == 0xFFFF));
    int end = wrapsV4 ? 6 : 8;
    for (int i = 0; i < end; i++) {
      if (i == gap) {
        out.put(':');
      }
      if (i < gap || i >= gapEnd) {
        out.put(i > 0 ? ":" : "").put(Integer.toHexString(groups[i]));
      }
    }
    if (wrapsV4) {
      out.put(':');
      writeV4(low & 0xFFFF_FFFFL, out);
    } else if (gapEnd == 8) {
      out.put(':');
    }
  }

  /** Where the first of the longest runs of at least two zero groups begins, or -1. */
  private static int longestGap(int[] groups) {
    int best = -1;
    int longest = 1;
    for (int i = 0; i < groups.length; i = gapEnd(groups, i) + 1) {
      int length = gapEnd(groups, i) - i;
      if (length > longest) {
        best = i;
        longest = length;
      }
    }
    return best;
  }

  private static int gapEnd(int[] groups, int from) {
    int end = from;
    while (end < groups.length && groups[end] == 0) {
      end++;
    }
    return end;
  }
}
