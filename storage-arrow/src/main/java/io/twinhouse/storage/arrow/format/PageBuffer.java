// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.memory.Reservation;

/**
 * The one page of a stream that was unpacked last. Its arrays are kept from page to page, so that a
 * scan takes as much as its largest page. One thread.
 */
public final class PageBuffer {

  private final Reservation memory;
  private byte[] values = new byte[0];
  private int[] offsets = new int[0];
  private long page;

  PageBuffer(Reservation memory) {
    this.memory = memory;
  }

  /** Whether the page at {@code address} is what is unpacked here. */
  public boolean holds(long address) {
    return page == address;
  }

  /** From now on the page at {@code address} is unpacked here; 0 for none. */
  public void hold(long address) {
    page = address;
  }

  /** An array of at least {@code size} bytes for what is unpacked. */
  public byte[] values(int size) {
    if (values.length < size) {
      memory.grow(size - values.length);
      values = new byte[size];
    }
    return values;
  }

  /** An array of at least {@code size} places in {@link #values}. */
  public int[] offsets(int size) {
    if (offsets.length < size) {
      memory.grow(4L * (size - offsets.length));
      offsets = new int[size];
    }
    return offsets;
  }
}
