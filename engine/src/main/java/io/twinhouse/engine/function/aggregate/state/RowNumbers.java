// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;

/** An array for numbers of rows, kept from batch to batch. */
public final class RowNumbers {

  private final Reservation memory;
  private int[] rows = {};

  public RowNumbers(Reservation memory) {
    this.memory = memory;
  }

  /** At least {@code length} ints of any content. */
  public int[] of(int length) {
    if (rows.length < length) {
      memory.grow(4L * (length - rows.length));
      rows = new int[length];
    }
    return rows;
  }
}
