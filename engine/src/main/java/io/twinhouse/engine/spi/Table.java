// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
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

  /** Parts that were put aside, for system tables. */
  default List<PartInfo> detachedParts() {
    return List.of();
  }

  /** The same table, whose reads with FINAL compare the rows of one partition only. */
  default Table newestWithinPartitions() {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Setting do_not_merge_across_partitions_select_final is not supported for table "
            + definition().name());
  }

  /** Whether scans drop rows by a filter; without, plans put one on top. */
  default boolean filters() {
    return true;
  }

  /** Opens a read of the newest snapshot. */
  Scan scan(ScanRequest request);
}
