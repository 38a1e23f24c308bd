// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;

/**
 * One immutable part of a table, for system tables.
 *
 * @param name as ClickHouse names parts: partition id, first and last block, level
 * @param granules entries of the sparse index
 * @param bytesOnDisk size of its file
 * @param minBlock number of the oldest insert in it
 * @param maxBlock number of the newest insert in it
 * @param level how often it was merged
 * @param version number of the newest insert or mutation that its rows have seen all of
 * @param frozen whether FREEZE has copied it since the table was opened
 * @param columns its stored columns
 */
public record PartInfo(
    String name,
    String partitionId,
    long rows,
    long granules,
    long bytesOnDisk,
    long minBlock,
    long maxBlock,
    long level,
    long version,
    boolean frozen,
    List<Column> columns) {

  public PartInfo {
    columns = List.copyOf(columns);
  }

  /** The bytes of one column in a part. */
  public record Column(String name, String type, long bytes) {}

  /**
   * What a check says of one part.
   *
   * @param problem what is wrong with it, empty if nothing is
   */
  public record Verdict(String name, String problem) {

    public boolean isWhole() {
      return problem.isEmpty();
    }
  }
}
