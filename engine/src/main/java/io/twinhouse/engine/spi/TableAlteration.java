// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.Map;
import java.util.Set;

/**
 * A table's new definition.
 *
 * @param definition the whole of it, under the table's name
 * @param kept for each column that keeps its values the name it had before; columns without an
 *     entry begin with their default in all rows
 * @param converted columns among the kept ones whose values are cast to a new type
 */
public record TableAlteration(
    TableDefinition definition, Map<String, String> kept, Set<String> converted) {

  public TableAlteration {
    kept = Map.copyOf(kept);
    converted = Set.copyOf(converted);
  }
}
