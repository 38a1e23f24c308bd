// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** A number a slot, 0 at first; in half the room while none of them is above 65535. */
final class SlotArray {

  private final Reservation memory;
  private final int length;
  private char @Nullable [] near;
  private int[] far = {};

  SlotArray(int length, Reservation memory) {
    this.memory = memory;
    this.length = length;
    memory.grow((long) Character.BYTES * length);
    near = new char[length];
  }

  int length() {
    return length;
  }

  int get(int slot) {
    char[] narrow = near;
    return narrow == null ? far[slot] : narrow[slot];
  }

  void set(int slot, int number) {
    char[] narrow = near;
    if (narrow == null) {
      far[slot] = number;
    } else if (number <= Character.MAX_VALUE) {
      narrow[slot] = (char) number;
    } else {
      widen(narrow);
      far[slot] = number;
    }
  }

  private void widen(char[] narrow) {
    memory.grow((long) Integer.BYTES * length);
    far = new int[length];
    for (int slot = 0; slot < length; slot++) {
      far[slot] = narrow[slot];
    }
    near = null;
    memory.shrink((long) Character.BYTES * length);
  }

  /** Gives the array back; it is of no use afterwards. */
  void release() {
    memory.shrink((near == null ? Integer.BYTES : (long) Character.BYTES) * length);
    near = null;
    far = new int[0];
  }
}
