// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The null mask of a buffer: no array before the first NULL. */
final class NullFlags {

  private final Reservation memory;
  private boolean @Nullable [] flags;
  private boolean any;

  NullFlags(Reservation memory) {
    this.memory = memory;
  }

  void reset() {
    any = false;
  }

  /** Copies flags of rows that go to {@code [size, size + count)}. */
  void append(boolean @Nullable [] source, int from, int size, int count, int capacity) {
    if (source == null) {
      appendClear(size, count, capacity);
      return;
    }
    System.arraycopy(source, from, writable(size, count, capacity), size, count);
  }

  void append(
      boolean @Nullable [] source, int[] rows, int from, int size, int count, int capacity) {
    if (source == null) {
      appendClear(size, count, capacity);
      return;
    }
    boolean[] target = writable(size, count, capacity);
    for (int i = 0; i < count; i++) {
      target[size + i] = source[rows[from + i]];
    }
  }

  void appendSet(int size, int count, int capacity) {
    Arrays.fill(writable(size, count, capacity), size, size + count, true);
  }

  void appendClear(int size, int count, int capacity) {
    if (any) {
      Arrays.fill(writable(size, count, capacity), size, size + count, false);
    }
  }

  private boolean[] writable(int size, int count, int capacity) {
    boolean[] target = flags;
    if (target == null || target.length < size + count) {
      int length = Math.max(capacity, size + count);
      memory.grow(length);
      boolean[] grown = new boolean[length];
      if (target != null) {
        System.arraycopy(target, 0, grown, 0, any ? size : 0);
        memory.shrink(target.length);
      }
      target = grown;
      flags = grown;
    } else if (!any) {
      Arrays.fill(target, 0, size, false);
    }
    any = true;
    return target;
  }

  /** The mask, or null when no row is NULL. */
  boolean @Nullable [] mask() {
    return any ? flags : null;
  }

  boolean @Nullable [] take() {
    boolean[] taken = mask();
    if (taken == null && flags != null) {
      memory.shrink(flags.length);
    }
    flags = null;
    any = false;
    return taken;
  }
}
