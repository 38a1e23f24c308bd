// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillTrigger;

/** The groups of all grouping sets of one partition. */
final class GroupingSink implements PartitionSink {

  private final GroupSet[] sets;
  private final MemoryContext memory;
  private final SpillSpace space;
  private final SpillTrigger trigger;
  private final SizeLimit limit;
  private boolean full;

  /**
   * @param memory that all the sets hold
   */
  GroupingSink(
      GroupSet[] sets,
      MemoryContext memory,
      SpillSpace space,
      SpillTrigger trigger,
      SizeLimit limit) {
    this.sets = sets;
    this.memory = memory;
    this.space = space;
    this.trigger = trigger;
    this.limit = limit;
  }

  @Override
  public void add(Batch batch) {
    for (GroupSet set : sets) {
      set.table().add(batch);
      if (!limit.admitsGroups(set.table().size())) {
        full = limit.overflow() == SizeLimit.Overflow.BREAK;
        set.table().freeze();
      }
    }
    if (!limit.cuts() && trigger.wants(memory.reservedBytes())) {
      for (GroupSet set : sets) {
        set.spill(space);
      }
    }
  }

  @Override
  public boolean isFull() {
    return full;
  }

  /** States which partition the next rows are of, where partitions share the groups. */
  void turnTo(int partition) {
    for (GroupSet set : sets) {
      set.table().turnTo(partition);
    }
  }

  int sets() {
    return sets.length;
  }

  GroupSet set(int index) {
    return sets[index];
  }

  GroupTable table(int set) {
    return sets[set].table();
  }
}
