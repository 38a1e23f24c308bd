// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * What a house can do. The contract suite tests each: a claim that does not hold fails, and so does
 * a missing claim for something that works.
 */
public enum Capability {
  /** Scans tables column by column for the engine's operators. */
  SCAN,
  /** Runs ClickHouse SQL itself. */
  SQL,
  /** Creates and drops tables and databases. */
  DDL,
  /** Takes inserts. */
  INSERT,
  /** ReplacingMergeTree reads with FINAL, across partitions. */
  FINAL,
  /** JSON columns with typed reads of paths. */
  JSON,
  /** Views by query text. */
  VIEW,
  /** Data is there after close and open. */
  PERSISTENT,
  /** The same query on the same data reports the same peak memory each time. */
  REPEATABLE_PEAK
}
