// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.storage.arrow.format.StreamKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Rows of several parts in the order of the part that they become.
 *
 * @param columns of all streams of the part
 * @param keys columns of the sorting key
 * @param origins for each row, which of the given rows it was
 */
public record MergedRows(
    Map<StreamKey, Supplier<Column>> columns, List<Column> keys, int[] origins) {

  public int rows() {
    return origins.length;
  }
}
