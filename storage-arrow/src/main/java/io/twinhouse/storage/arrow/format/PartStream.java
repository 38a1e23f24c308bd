// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

/**
 * Where a part holds one stream, with the zone map of each page. Page g holds the rows of granule
 * g. Immutable.
 *
 * @param dictionary whether the pages hold ids of the table's dictionary for the stream
 * @param packed whether some of the pages are compressed
 * @param offset of the stream in the file
 * @param length of the stream
 * @param pageOffsets where each page begins within the stream, ascending
 * @param min zone map, see {@link Zone}
 * @param max zone map
 * @param nulls NULLs of each page
 * @param checksum CRC-32C of the stream's bytes
 */
public record PartStream(
    StreamKey key,
    boolean dictionary,
    boolean packed,
    long offset,
    long length,
    long[] pageOffsets,
    long[] min,
    long[] max,
    int[] nulls,
    int checksum) {

  /** Bytes of page {@code page}. */
  public long pageLength(int page) {
    long end = page + 1 < pageOffsets.length ? pageOffsets[page + 1] : length;
    return end - pageOffsets[page];
  }
}
