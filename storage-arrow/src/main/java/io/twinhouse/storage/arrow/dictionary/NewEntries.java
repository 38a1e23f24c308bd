// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import java.util.List;
import java.util.Map;

/**
 * Entries of a table's dictionaries that no file holds yet.
 *
 * @param blocks as the dictionary log would keep them
 * @param sizes how many entries each dictionary has with them, by its key
 */
public record NewEntries(List<byte[]> blocks, Map<String, Integer> sizes) {

  public NewEntries {
    blocks = List.copyOf(blocks);
    sizes = Map.copyOf(sizes);
  }

  public long bytes() {
    return blocks.stream().mapToLong(block -> block.length).sum();
  }
}
