// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;

/** A table that can be scanned. Thread-safe. */
public interface Table {

  TableDefinition definition();

  /** Rows and bytes now; estimates are allowed where exact figures would cost a scan. */
  TableStatistics statistics();

  /** The parts now, for system tables; none where a house does not tell. */
  default List<PartInfo> parts() {
    return List.of();
  }

  /** Opens a read of the newest snapshot. */
  Scan scan(ScanRequest request);
}
