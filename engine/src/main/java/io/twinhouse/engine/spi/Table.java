// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import java.util.Map;

/** A table that can be scanned. Thread-safe. */
public interface Table {

  TableDefinition definition();

  /**
   * Columns that tell where a row lies, which no definition names: queries may ask for them, {@code
   * *} leaves them out. A column of the table that has such a name goes first.
   */
  default List<ColumnDefinition> placeColumns() {
    return List.of();
  }

  /** Rows and bytes now; estimates are allowed where exact figures would cost a scan. */
  TableStatistics statistics();

  /** The parts now, for system tables; none where a house does not tell. */
  default List<PartInfo> parts() {
    return List.of();
  }

  /**
   * By the ids of its partitions the values of the partition key as text, {@code tuple()} without a
   * key. Reads a row of each partition.
   */
  default Map<String, String> partitionValues() {
    return Map.of();
  }

  /** Parts that were put aside, for system tables. */
  default List<PartInfo> detachedParts() {
    return List.of();
  }

  /**
   * Verifies parts: reads all of them.
   *
   * @param memory where what is read at once is reserved
   * @return one verdict a part, in order
   * @throws TwinhouseException NOT_IMPLEMENTED where there is nothing to verify
   */
  default List<PartInfo.Verdict> check(PartitionChoice which, MemoryContext memory) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "CHECK TABLE is not supported for table "
            + definition().name()
            + " of engine "
            + definition().engine());
  }

  /** The newest mutations, oldest first, for system tables. */
  default List<Mutation.Done> mutations() {
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

  /**
   * Whether one source's batches are the blocks in which ClickHouse reads such a table with one
   * thread and max_block_size as large as a batch: then a limit cuts it where the server does.
   */
  default boolean readsBlocks() {
    return false;
  }

  /** Opens a read of the newest snapshot. */
  Scan scan(ScanRequest request);
}
