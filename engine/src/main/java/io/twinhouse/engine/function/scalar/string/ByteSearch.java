// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

/** Finds a run of bytes in another. */
public final class ByteSearch {

  private ByteSearch() {}

  /** The first position of {@code needle} at or after {@code from} and before {@code to}, or -1. */
  public static int find(byte[] data, int from, int to, byte[] needle) {
    int last = to - needle.length;
    for (int i = from; i <= last; i++) {
      if (matches(data, i, needle)) {
        return i;
      }
    }
    return -1;
  }

  public static boolean matches(byte[] data, int at, byte[] needle) {
    for (int i = 0; i < needle.length; i++) {
      if (data[at + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }

  public static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  public static byte upper(byte b) {
    return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
  }

  /** A copy with ASCII letters in lower case. */
  public static byte[] lower(byte[] data, int from, int to) {
    byte[] lowered = new byte[to - from];
    for (int i = 0; i < lowered.length; i++) {
      lowered[i] = lower(data[from + i]);
    }
    return lowered;
  }
}
