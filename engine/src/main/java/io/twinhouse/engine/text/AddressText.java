// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** UUIDs and IP addresses: written, and read under the cursor. */
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

  static boolean readUuid(TextInput in, ColumnBuilder out) {
    int from = in.position();
    long[] words = new long[2];
    int digits = 0;
    while (digits < 32) {
      int next = in.peek();
      if (next == '-' && (digits == 8 || digits == 12 || digits == 16 || digits == 20)) {
        in.advance(1);
        next = in.peek();
      }
      int digit = next < 0 ? -1 : Character.digit(next, 16);
      if (digit < 0) {
        in.moveTo(from);
        return in.fail(
            ErrorCode.CANNOT_PARSE_UUID,
            "Cannot parse uuid " + in.text(from, in.end()) + ": Cannot parse UUID from String");
      }
      int word = digits < 16 ? 1 : 0;
      words[word] = words[word] << 4 | digit;
      digits++;
      in.advance(1);
    }
    out.appendWide(words, 0);
    return true;
  }

  static boolean readV4(TextInput in, ColumnBuilder out) {
    long address = parseV4(in);
    if (address < 0) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_IPV4, "Cannot parse IPv4 : Cannot parse IPv4 from String");
    }
    out.appendLong(address);
    return true;
  }

  /** The address under the cursor, or -1. */
  static long parseV4(TextInput in) {
    long address = 0;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && !in.skip('.')) {
        return -1;
      }
      int value = 0;
      int digits = 0;
      while (TextInput.isDigit(in.peek()) && digits < 3) {
        value = value * 10 + in.peek() - '0';
        digits++;
        in.advance(1);
      }
      if (digits == 0 || value > 255) {
        return -1;
      }
      address = address << 8 | value;
    }
    return address;
  }

  static boolean readV6(TextInput in, ColumnBuilder out) {
    long[] words = parseV6(in);
    if (words == null) {
      return in.fail(
          ErrorCode.CANNOT_PARSE_IPV6, "Cannot parse IPv6 : Cannot parse IPv6 from String");
    }
    out.appendWide(words, 0);
    return true;
  }

  /** The address under the cursor, an IPv4 one mapped; null if there is none. */
  static long @Nullable [] parseV6(TextInput in) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    if (in.peek() == ':') {
      if (in.peek(1) != ':') {
        return null;
      }
      in.advance(2);
      gap = 0;
    }
    while (count < 8) {
      int mark = in.position();
      int value = group(in);
      if (value < 0) {
        if (count != gap) {
          return null;
        }
        break;
      }
      if (in.peek() == '.') {
        in.moveTo(mark);
        long v4 = count <= 6 ? parseV4(in) : -1;
        if (v4 < 0) {
          return null;
        }
        return withV4(groups, count, gap, v4);
      }
      groups[count++] = value;
      if (in.peek() == ':' && in.peek(1) == ':' && gap < 0) {
        gap = count;
        in.advance(2);
      } else if (count == 8 || !in.skip(':')) {
        break;
      }
    }
    return gap < 0 && count < 8 ? null : spread(groups, count, gap);
  }

  /** Up to four hexadecimal digits, or -1. */
  private static int group(TextInput in) {
    int value = 0;
    int digits = 0;
    while (digits < 4 && in.peek() >= 0 && Character.digit(in.peek(), 16) >= 0) {
      value = value << 4 | Character.digit(in.peek(), 16);
      digits++;
      in.advance(1);
    }
    return digits == 0 ? -1 : value;
  }

  /** An address that ends in the dotted form of its last 32 bits, or is nothing else. */
  private static long @Nullable [] withV4(int[] groups, int count, int gap, long v4) {
    if (count == 0 && gap < 0) {
      return new long[] {0xFFFF_0000_0000L | v4, 0};
    }
    groups[count] = (int) (v4 >>> 16);
    groups[count + 1] = (int) (v4 & 0xFFFF);
    return gap < 0 && count < 6 ? null : spread(groups, count + 2, gap);
  }

  private static long[] spread(int[] groups, int count, int gap) {
    int[] full = new int[8];
    int behind = gap < 0 ? 0 : count - gap;
    System.arraycopy(groups, 0, full, 0, count - behind);
    System.arraycopy(groups, count - behind, full, 8 - behind, behind);
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | full[i];
      low = low << 16 | full[4 + i];
    }
    return new long[] {low, high};
  }
}
