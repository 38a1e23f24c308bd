// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Keeps the rows of one partition of a join's right side. */
final class BuildSink implements PartitionSink {

  private final RowStore store;

  BuildSink(List<Type> types, MemoryContext memory) {
    store = new RowStore(types, new Reservation(memory));
  }

  @Override
  public void add(Batch batch) {
    store.append(batch);
  }

  @Override
  public void finish() {
    store.seal();
  }

  RowStore store() {
    return store;
  }
}
