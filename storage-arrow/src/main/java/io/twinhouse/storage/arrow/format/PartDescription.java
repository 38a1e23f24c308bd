// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import java.util.List;

/**
 * What a part file says of itself.
 *
 * @param rows rows
 * @param granuleRows rows of each granule but the last
 * @param partition the partition id
 * @param streams all streams
 * @param index the key's value in the first row of each granule and in the last row, one page a key
 *     expression, in the file at {@code offset}
 */
public record PartDescription(
    int rows, int granuleRows, String partition, List<PartStream> streams, List<PartStream> index) {

  public PartDescription {
    streams = List.copyOf(streams);
    index = List.copyOf(index);
  }

  public int granules() {
    return (rows + granuleRows - 1) / granuleRows;
  }

  /** Rows of granule {@code granule}. */
  public int rowsOf(int granule) {
    return Math.min(granuleRows, rows - granule * granuleRows);
  }
}
