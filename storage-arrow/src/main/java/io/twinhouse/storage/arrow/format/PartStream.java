// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

/**
 * Where a part holds one stream, with the zone map of each page. Page g holds the rows of granule
 * g. Immutable.
 *
 * @param dictionary whether the pages hold ids of the table's dictionary for the stream
 * @param packed whether some of the pages are compressed
 * @param pageOffsets where each page begins in the file, ascending
 * @param pageLengths bytes of each page
 * @param min zone map, see {@link Zone}
 * @param max zone map
 * @param nulls NULLs of each page
 * @param checksum CRC-32C of the pages' bytes, one after the other
 */
public record PartStream(
    StreamKey key,
    boolean dictionary,
    boolean packed,
    long[] pageOffsets,
    int[] pageLengths,
    long[] min,
    long[] max,
    int[] nulls,
    int checksum) {

  public int pages() {
    return pageOffsets.length;
  }

  /** Bytes of all pages. */
  public long bytes() {
    long bytes = 0;
    for (int length : pageLengths) {
      bytes += length;
    }
    return bytes;
  }
}
