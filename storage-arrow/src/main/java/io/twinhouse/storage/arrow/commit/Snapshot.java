// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.concurrent.atomic.AtomicBoolean;

/** One state of a table, whose parts stay readable until this is closed. Thread-safe. */
public final class Snapshot implements AutoCloseable {

  private final TableState state;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes a reference to each part; the caller makes sure that they are open. */
  Snapshot(TableState state) {
    this.state = state;
    for (PartState part : state.parts()) {
      part.part().retain();
    }
  }

  /** The same parts, kept open anew, with other things known of them. */
  public Snapshot with(TableState resolved) {
    return new Snapshot(resolved);
  }

  public TableState state() {
    return state;
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      state.parts().forEach(part -> part.part().release());
    }
  }
}
