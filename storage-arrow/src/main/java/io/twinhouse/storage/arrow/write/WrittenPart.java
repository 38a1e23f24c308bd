// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.storage.arrow.index.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * A part file that no state of the table names yet.
 *
 * @param number of the file
 * @param rows its rows
 * @param keys for a table that replaces versions what is needed to resolve them, else null
 */
public record WrittenPart(int number, String partition, int rows, @Nullable Keys keys) {

  /**
   * Keys and versions of the rows in order.
   *
   * @param words longs of the keys, see {@link KeyWords}
   * @param versions see {@link VersionRule}
   * @param tombstones rows that say their key is deleted
   */
  public record Keys(long[] words, long[] versions, RowSet tombstones) {}
}
