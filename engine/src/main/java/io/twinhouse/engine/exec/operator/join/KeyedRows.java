// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.memory.Reservation;

/**
 * For each key the addresses of its rows in order of arrival.
 *
 * @param starts rows of key k are {@code addresses[starts[k] .. starts[k + 1])}; empty where each
 *     key has one row, which is {@code addresses[k]}: the usual case of a join with what was
 *     grouped before
 * @param addresses all rows that have a key
 */
record KeyedRows(int[] starts, int[] addresses) {

  /**
   * @param keyOf the key of each address of the store, negative for rows without one
   * @param bounded whether starts are wanted in any case
   */
  static KeyedRows of(int[] keyOf, int keyCount, boolean bounded, Reservation memory) {
    int keyed = 0;
    for (int key : keyOf) {
      keyed += key < 0 ? 0 : 1;
    }
    memory.grow(4L * keyed);
    int[] addresses = new int[keyed];
    if (keyed == keyCount && !bounded) {
      for (int address = 0; address < keyOf.length; address++) {
        if (keyOf[address] >= 0) {
          addresses[keyOf[address]] = address;
        }
      }
      return new KeyedRows(new int[0], addresses);
    }
    memory.grow(4L * (keyCount + 1));
    int[] starts = new int[keyCount + 1];
    order(keyOf, starts, addresses);
    return new KeyedRows(starts, addresses);
  }

  /** Counting sort of addresses by key. */
  private static void order(int[] keyOf, int[] starts, int[] addresses) {
    for (int key : keyOf) {
      if (key >= 0) {
        starts[key + 1]++;
      }
    }
    for (int key = 1; key < starts.length; key++) {
      starts[key] += starts[key - 1];
    }
    for (int address = 0; address < keyOf.length; address++) {
      int key = keyOf[address];
      if (key >= 0) {
        addresses[starts[key]++] = address;
      }
    }
    for (int key = starts.length - 1; key > 0; key--) {
      starts[key] = starts[key - 1];
    }
    starts[0] = 0;
  }

  int first(int key) {
    return starts.length == 0 ? key : starts[key];
  }

  int end(int key) {
    return starts.length == 0 ? key + 1 : starts[key + 1];
  }
}
