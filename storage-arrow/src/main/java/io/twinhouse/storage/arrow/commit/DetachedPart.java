// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.part.PartId;
import java.util.List;

/**
 * A part that was put aside: its file stays in the table's directory.
 *
 * @param columns name, stream and type of each column of the table at that time, one after another
 */
public record DetachedPart(PartId id, int rows, long bytes, List<String> columns) {

  public DetachedPart {
    columns = List.copyOf(columns);
  }
}
