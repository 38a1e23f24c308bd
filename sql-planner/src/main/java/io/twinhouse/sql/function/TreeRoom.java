// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.function;

import io.twinhouse.engine.memory.Reservation;

/** Holds what the largest tree of a call site takes. Not thread-safe. */
final class TreeRoom {

  private final Reservation memory;
  private long held;

  TreeRoom(Reservation memory) {
    this.memory = memory;
  }

  void hold(long bytes) {
    if (bytes > held) {
      memory.grow(bytes - held);
      held = bytes;
    }
  }
}
