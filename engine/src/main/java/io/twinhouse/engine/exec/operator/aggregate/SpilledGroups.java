// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.spill.SpilledRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups on disk, merged bucket by bucket: what the partitions wrote of a key meets in the order of
 * partitions, and within one in the order it was written. A bucket whose table becomes too large is
 * split before it is merged.
 */
final class SpilledGroups implements GroupTables {

  private final QueryContext query;
  private final MemoryContext memory;
  private final SpillTrigger trigger;
  private final Deque<Bucket> waiting = new ArrayDeque<>();
  private @Nullable MemoryContext current;

  /**
   * @param memory for the tables, one at a time; closed by the owner
   */
  SpilledGroups(QueryContext query, MemoryContext memory, SpillTrigger trigger) {
    this.query = query;
    this.memory = memory;
    this.trigger = trigger;
  }

  /**
   * The rows of one bucket, or a grouping set that stayed in memory.
   *
   * @param last the file that is not needed afterwards
   */
  private record Bucket(
      int set,
      GroupSet.@Nullable Layout layout,
      @Nullable GroupTable held,
      int level,
      List<SpilledRows> rows,
      @Nullable SpilledBuckets last) {}

  /** Puts a grouping set that stayed in memory behind the rest. */
  void add(int set, GroupTable held) {
    waiting.addLast(new Bucket(set, null, held, 0, List.of(), null));
  }

  /** Puts what all partitions wrote of a grouping set behind the rest. */
  void add(int set, GroupSet.Layout layout, List<SpilledBuckets> files) {
    for (int bucket = 0; bucket < SpilledBuckets.COUNT; bucket++) {
      List<SpilledRows> rows = new ArrayList<>();
      for (SpilledBuckets file : files) {
        rows.add(file.bucket(bucket));
      }
      waiting.addLast(new Bucket(set, layout, null, 0, rows, null));
    }
  }

  @Override
  public @Nullable Part next() {
    while (true) {
      release();
      Bucket bucket = waiting.pollFirst();
      if (bucket == null) {
        return null;
      }
      GroupTable table = bucket.layout() == null ? bucket.held() : load(bucket, bucket.layout());
      if (bucket.last() != null) {
        bucket.last().close();
      }
      if (table != null && table.size() > 0) {
        return new Part(bucket.set(), table);
      }
    }
  }

  /** The bucket's groups, or null when they were too many and it was split. */
  private @Nullable GroupTable load(Bucket bucket, GroupSet.Layout layout) {
    MemoryContext own = memory.child(MemoryLevel.OPERATOR, memory.name(), MemoryContext.UNLIMITED);
    current = own;
    GroupTable table = layout.newTable(own);
    SpilledBuckets split = null;
    try (Reservation scratch = new Reservation(memory)) {
      for (SpilledRows rows : bucket.rows()) {
        SpilledRows.Reader reader = rows.reader(scratch);
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          query.proceed();
          if (split != null) {
            split.add(batch);
            continue;
          }
          table.mergeStates(batch);
          if (isTooLarge(bucket, table, own)) {
            split = layout.newBuckets(query.spill(), bucket.level() + 1, memory);
            GroupSet.Layout.write(table, split, memory);
            release();
          }
        }
      }
    }
    if (split == null) {
      return table;
    }
    split.flush();
    for (int i = SpilledBuckets.COUNT - 1; i >= 0; i--) {
      SpilledBuckets last = i == SpilledBuckets.COUNT - 1 ? split : null;
      waiting.addFirst(
          new Bucket(
              bucket.set(), layout, null, bucket.level() + 1, List.of(split.bucket(i)), last));
    }
    return null;
  }

  private boolean isTooLarge(Bucket bucket, GroupTable table, MemoryContext own) {
    return bucket.level() < SpilledBuckets.DEEPEST
        && table.size() > SpilledBuckets.COUNT
        && trigger.wants(own.reservedBytes());
  }

  private void release() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
