// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * What a scan touched.
 *
 * @param rows rows looked at, before the filter
 * @param bytes bytes of column data decoded
 * @param parts parts not pruned
 * @param granules granules not pruned
 * @param totalRows rows of the snapshot before pruning
 */
public record ScanCounters(long rows, long bytes, long parts, long granules, long totalRows) {

  public static final ScanCounters NONE = new ScanCounters(0, 0, 0, 0, 0);

  public ScanCounters plus(ScanCounters other) {
    return new ScanCounters(
        rows + other.rows,
        bytes + other.bytes,
        parts + other.parts,
        granules + other.granules,
        totalRows + other.totalRows);
  }
}
