// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one grouping set in one partition: a table in memory, and the tables before it that
 * went to disk as keys and states.
 */
final class GroupSet {

  private final Layout layout;
  private final MemoryContext parent;
  private MemoryContext memory;
  private GroupTable table;
  private @Nullable SpilledBuckets spilled;

  GroupSet(Layout layout, MemoryContext parent) {
    this.layout = layout;
    this.parent = parent;
    memory = tableMemory(parent);
    table = layout.newTable(memory);
  }

  /**
   * What is grouped and aggregated.
   *
   * @param keys columns of the input
   * @param types of those columns
   * @param mixed whether rows come in another order each time
   */
  record Layout(int[] keys, List<Type> types, List<AggregateCall> calls, boolean mixed) {

    GroupTable newTable(MemoryContext memory) {
      return new GroupTable(keys, types, calls, mixed, memory);
    }

    /** An empty file for groups of this layout. */
    SpilledBuckets newBuckets(SpillSpace space, int level, MemoryContext memory) {
      List<Type> rows = new ArrayList<>(types);
      rows.addAll(Collections.nCopies(calls.size(), StringType.INSTANCE));
      int[] hashed = IntStream.range(0, keys.length).toArray();
      return new SpilledBuckets(space, rows, hashed, level, memory);
    }

    /** Writes all groups of a table; nothing but the table is held afterwards. */
    static void write(GroupTable table, SpilledBuckets target, MemoryContext memory) {
      try (Reservation scratch = new Reservation(memory)) {
        int from = 0;
        while (from < table.size()) {
          Batch rows = table.states(from, scratch);
          target.add(rows);
          from += rows.rows();
          scratch.close();
        }
      }
      target.flush();
    }
  }

  private static MemoryContext tableMemory(MemoryContext parent) {
    return parent.child(MemoryLevel.OPERATOR, parent.name(), MemoryContext.UNLIMITED);
  }

  Layout layout() {
    return layout;
  }

  GroupTable table() {
    return table;
  }

  /** What went to disk, null if nothing did. */
  @Nullable SpilledBuckets spilled() {
    return spilled;
  }

  /** Writes all groups to disk and starts anew; does nothing where there is but one group. */
  void spill(SpillSpace space) {
    if (layout.keys().length == 0 || table.size() == 0) {
      return;
    }
    if (spilled == null) {
      spilled = layout.newBuckets(space, 0, parent);
    }
    Layout.write(table, spilled, memory);
    memory.close();
    memory = tableMemory(parent);
    table = layout.newTable(memory);
  }
}
