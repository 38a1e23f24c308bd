// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Schema;

/** The rows of a remote query, streamed; closing early cancels it. */
public interface RemoteResult extends BatchSource {

  /** Empty for statements without a result. */
  Schema schema();

  /** Figures of the server; complete once all batches were read. */
  RemoteStatistics statistics();
}
