// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.spi.BatchSink;

/** An insert that the house may know already. One thread. */
record DeduplicatedSink(BatchSink sink, InsertIdentity identity) implements BatchSink {

  @Override
  public void add(Batch batch) {
    identity.add(batch);
    sink.add(batch);
  }

  @Override
  public void take(Batch batch) {
    identity.add(batch);
    sink.take(batch);
  }

  @Override
  public long commit() {
    identity.end();
    return sink.commit(identity.blocks());
  }

  @Override
  public void close() {
    sink.close();
  }
}
