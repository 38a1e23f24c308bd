// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillTrigger;

/** The groups of all grouping sets of one partition. */
final class GroupingSink implements PartitionSink {

  private final GroupSet[] sets;
  private final MemoryContext memory;
  private final SpillSpace space;
  private final SpillTrigger trigger;

  /**
   * @param memory that all the sets hold
   */
  GroupingSink(GroupSet[] sets, MemoryContext memory, SpillSpace space, SpillTrigger trigger) {
    this.sets = sets;
    this.memory = memory;
    this.space = space;
    this.trigger = trigger;
  }

  @Override
  public void add(Batch batch) {
    for (GroupSet set : sets) {
      set.table().add(batch);
    }
    if (trigger.wants(memory.reservedBytes())) {
      for (GroupSet set : sets) {
        set.spill(space);
      }
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
