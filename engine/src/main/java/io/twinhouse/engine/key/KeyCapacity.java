// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

/**
 * The numbers of keys at which tables grow: they double, and from {@link #LARGE} on do so in three
 * steps. Those at which a hash table's slots double are among them. What follows this sequence
 * holds the same for the same number of keys, however many came at a time.
 */
final class KeyCapacity {

  private static final int FIRST = 48;
  private static final int LARGE = 1 << 14;

  /**
   * Where keys come in another order each time: no batch of rows brings them past two numbers of
   * the sequence from here on, so that whatever follows it grows in the same order each time.
   */
  private static final int FIRST_MIXED = FIRST << 7;

  private KeyCapacity() {}

  /**
   * The capacity for keys that come in another order each time.
   *
   * @param universe all keys but NULL are below this; 0 if no such number is known
   */
  static int mixed(int count, long universe) {
    int capacity = of(Math.max(count, FIRST_MIXED));
    boolean few = universe > 0 && universe < capacity && count <= universe + 1;
    return few ? (int) universe + 1 : capacity;
  }

  /** The least number of the sequence that is not below {@code count}. */
  static int of(int count) {
    long doubled = FIRST;
    while (doubled * 2 <= count) {
      doubled *= 2;
    }
    long capacity = doubled;
    for (int percent = doubled < LARGE ? 200 : 126; capacity < count; percent = next(percent)) {
      capacity = doubled * percent / 100;
    }
    return (int) Math.min(Integer.MAX_VALUE - 16, capacity);
  }

  private static int next(int percent) {
    return percent == 126 ? 159 : 200;
  }
}
