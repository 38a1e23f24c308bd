// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The newest inserts of a table, by which they are recognised when they come again. It is part of
 * the manifest, so that it changes in one step with the parts. Immutable.
 *
 * @param entries oldest first
 */
public record InsertLog(List<Entry> entries) {

  public static final InsertLog EMPTY = new InsertLog(List.of());

  public InsertLog {
    entries = List.copyOf(entries);
  }

  /** One block's rows in one partition. */
  public record Entry(String partition, String block) {}

  /**
   * Whether an insert's rows in a partition are there already.
   *
   * @param blocks what its blocks are recognised by
   * @throws TwinhouseException NOT_IMPLEMENTED if some blocks are there and others are not
   */
  public boolean knows(String partition, List<String> blocks) {
    Set<Entry> all = Set.copyOf(entries);
    long known = blocks.stream().filter(b -> all.contains(new Entry(partition, b))).count();
    if (known != 0 && known != blocks.size()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Of the "
              + blocks.size()
              + " blocks of this insert "
              + known
              + " were inserted before; only inserts of which all blocks were are recognised. Give"
              + " another insert_deduplication_token");
    }
    return known != 0;
  }

  /**
   * With an insert's rows in a partition.
   *
   * @param window how many entries are kept, the newest
   */
  public InsertLog with(String partition, List<String> blocks, long window) {
    LinkedHashSet<Entry> all = new LinkedHashSet<>(entries);
    blocks.forEach(block -> all.add(new Entry(partition, block)));
    List<Entry> kept = new ArrayList<>(all);
    int surplus = (int) Math.max(0, kept.size() - window);
    return new InsertLog(kept.subList(surplus, kept.size()));
  }

  /** Without what is known of some partitions. */
  public InsertLog without(Predicate<String> partitions) {
    return new InsertLog(
        entries.stream().filter(entry -> !partitions.test(entry.partition())).toList());
  }
}
