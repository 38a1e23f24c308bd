// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import java.util.Map;

/**
 * Of how many partitions the rows of one block of an insert may be.
 *
 * @param partitions at least 1
 */
public record PartitionLimit(long partitions) {

  /** Where no setting says otherwise. */
  public static final PartitionLimit DEFAULT = new PartitionLimit(100);

  /**
   * As settings say.
   *
   * @param settings that differ from the defaults
   */
  public static PartitionLimit of(Map<String, String> settings) {
    String most = settings.get("max_partitions_per_insert_block");
    String throwing = settings.get("throw_on_max_partitions_per_insert_block");
    boolean unlimited = "0".equals(throwing) || "0".equals(most);
    if (unlimited) {
      return new PartitionLimit(Long.MAX_VALUE);
    }
    if (most == null) {
      return DEFAULT;
    }
    long limit = Long.parseUnsignedLong(most);
    return new PartitionLimit(limit < 0 ? Long.MAX_VALUE : limit); // the setting has no sign
  }
}
