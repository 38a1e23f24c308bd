// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Batch;

/** Takes the rows of one insert. */
public interface BatchSink extends AutoCloseable {

  /** Takes a copy of the rows. */
  void add(Batch batch);

  /** Makes all rows visible (and durable, where the house is) at once; returns how many. */
  long commit();

  /** Forgets the rows unless {@link #commit()} was called. */
  @Override
  void close();
}
