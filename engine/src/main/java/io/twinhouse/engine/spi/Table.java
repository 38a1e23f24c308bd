// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/** A table that can be scanned. Thread-safe. */
public interface Table {

  TableDefinition definition();

  /** Rows and bytes now; estimates are allowed where exact figures would cost a scan. */
  TableStatistics statistics();

  /** Opens a read of the newest snapshot. */
  Scan scan(ScanRequest request);
}
