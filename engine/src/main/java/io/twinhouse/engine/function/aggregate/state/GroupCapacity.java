// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

/**
 * How long the arrays by group are: exactly as long as asked for at first, half as long again
 * whenever they must grow, and a quarter once they are large. While an array grows the old and the
 * new one are both held, so that smaller steps cost copies and save memory.
 */
public final class GroupCapacity {

  /** What a Java array takes besides its elements; counted where there is one array a group. */
  public static final int ARRAY_HEADER = 16;

  /** What a reference takes in a heap of less than 32 GiB. */
  public static final int REFERENCE = 4;

  private static final int LARGE = 1 << 14;
  private static final int MAXIMUM = Integer.MAX_VALUE - 16;

  private GroupCapacity() {}

  /** The next length of an array of {@code length} that must hold {@code groups} values. */
  public static int grown(int length, int groups) {
    int more = length < LARGE ? length >> 1 : length >> 2;
    return (int) Math.min(MAXIMUM, Math.max(groups, (long) length + more));
  }
}
