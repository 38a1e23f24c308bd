// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of a remote query, streamed; closing early cancels it. */
public interface RemoteResult extends BatchSource {

  /** Empty for statements without a result. */
  Schema schema();

  /** The row of WITH TOTALS, once all batches were read; null when there is none. */
  default @Nullable Batch totals() {
    return null;
  }

  /** Figures of the server; complete once all batches were read. */
  RemoteStatistics statistics();
}
