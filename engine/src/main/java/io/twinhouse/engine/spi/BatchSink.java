// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Batch;
import java.util.List;

/** Takes the rows of one insert. */
public interface BatchSink extends AutoCloseable {

  /** Takes a copy of the rows. */
  void add(Batch batch);

  /** As {@link #add}, of a batch whose arrays nobody changes any more: they may be read later. */
  default void take(Batch batch) {
    add(batch);
  }

  /** Makes all rows visible (and durable, where the house is) at once; returns how many. */
  long commit();

  /**
   * As {@link #commit()}, without rows that the table knows from earlier inserts.
   *
   * @param identities what the insert's blocks are recognised by; a house that looks at the
   *     settings of the insert itself needs none
   */
  default long commit(List<String> identities) {
    return commit();
  }

  /** Forgets the rows unless {@link #commit()} was called. */
  @Override
  void close();
}
