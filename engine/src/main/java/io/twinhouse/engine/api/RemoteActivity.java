// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.spi.Storage;

/** A query that another house is working on, before its first row is there. */
record RemoteActivity(Storage house, String queryId) implements RunningQuery.Activity {

  @Override
  public QueryEntry.Figures figures() {
    return QueryEntry.Figures.NONE;
  }

  @Override
  public long heldBytes() {
    return 0;
  }

  @Override
  public void cancel() {
    house.cancel(queryId);
  }
}
