// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;

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
    return node.calls().stream().allMatch(call -> ignoresOrder(node, call));
  }

  private static boolean ignoresOrder(PlanNode.Aggregate node, AggregateCall call) {
    List<Type> arguments =
        call.arguments().stream().map(column -> node.input().schema().type(column)).toList();
    return switch (AggregateStage.nameOf(call)) {
      case "count", "countIf" -> true;
      case "sum", "sumIf" -> isExact(arguments.get(0).base());
      case "min", "max" -> isOrdered(arguments.get(0));
      case "argMin", "argMax" -> arguments.get(1).lane() == Lane.LONG;
      default -> false;
    };
  }

  /** Whether sums wrap around alike in any order. */
  private static boolean isExact(Type type) {
    return type.lane() == Lane.LONG && (type instanceof IntegerType || type instanceof DecimalType);
  }

  /** Not floats: whether NaN stays depends on what came before. */
  private static boolean isOrdered(Type type) {
    return type.lane() == Lane.LONG || type.lane() == Lane.BYTES;
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
