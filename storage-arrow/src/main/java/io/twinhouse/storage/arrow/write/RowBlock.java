// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import java.util.Map;

/**
 * Rows on their way into a part.
 *
 * @param rows one column for each of the layout's; what stands for JSON columns is not looked at
 * @param shredded the JSON columns by their position
 */
public record RowBlock(Batch rows, Map<Integer, ShreddedColumn> shredded) {

  public RowBlock {
    shredded = Map.copyOf(shredded);
  }
}
