// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.plan.PlanNode;

/**
 * Groups that all partitions put their rows into, one batch at a time, so that a key which many of
 * them meet is held once. Groups are numbered in the order of arrival, which is another each time:
 * for aggregates and readers to whom it does not matter.
 */
public final class SharedGroups {

  /** Partitions are told apart by a byte. */
  private static final int MOST_PARTITIONS = Byte.MAX_VALUE;

  private final GroupingSink groups;
  private int partitions;

  SharedGroups(GroupingSink groups) {
    this.groups = groups;
  }

  /** Whether a node's groups can be shared by so many partitions. */
  static boolean suit(PlanNode.Aggregate node, int partitions) {
    return partitions > 1
        && partitions <= MOST_PARTITIONS
        && !node.keys().isEmpty()
        && node.groupingSets().isEmpty()
        && !node.totals()
        && ignoreOrder(node);
  }

  /** Whether a node's states are the same in whatever order rows come. */
  public static boolean ignoreOrder(PlanNode.Aggregate node) {
    return node.calls().stream().allMatch(call -> call.function().ignoresOrder());
  }

  /** The next partition's way in; to be asked for in the order of partitions. */
  PartitionSink part() {
    return new Part(partitions++);
  }

  private final class Part implements PartitionSink {

    private final int number;

    Part(int number) {
      this.number = number;
    }

    @Override
    public void add(Batch batch) {
      synchronized (groups) {
        groups.turnTo(number);
        groups.add(batch);
      }
    }
  }
}
