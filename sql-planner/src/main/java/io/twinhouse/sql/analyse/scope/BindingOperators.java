// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.EngineOperator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/** Operators that live only until the clause that computes them is put in place. */
public final class BindingOperators {

  private BindingOperators() {}

  /** The function arrayJoin: one row for each element of its operand. */
  public static final class ArrayJoin extends EngineOperator {
    public static final ArrayJoin INSTANCE = new ArrayJoin();

    private ArrayJoin() {
      super("arrayJoin");
    }
  }

  /** The function grouping: which of its operands are no keys of a row's grouping set. */
  public static final class Grouping extends EngineOperator {
    public static final Grouping INSTANCE = new Grouping();

    private Grouping() {
      super("grouping");
    }
  }

  /** A parameter of a lambda that is being bound; told from others by its number. */
  public static final class LambdaParameter extends EngineOperator {
    public LambdaParameter(int number, String name) {
      super(name + "#" + number);
    }
  }

  /**
   * A window function. The operands of its call are the arguments, then the partition's keys, then
   * the order's keys.
   */
  public static final class Window extends EngineOperator {
    public final String function;
    public final @Nullable AggregateOperator aggregate;
    public final int arguments;
    public final int partitionKeys;
    public final List<Direction> order;
    public final Frame frame;

    public Window(
        String function,
        @Nullable AggregateOperator aggregate,
        int arguments,
        int partitionKeys,
        List<Direction> order,
        Frame frame) {
      super(
          "window["
              + (aggregate == null ? function : aggregate.getName())
              + ", "
              + arguments
              + ", "
              + partitionKeys
              + ", "
              + order
              + ", "
              + frame
              + "]");
      this.function = function;
      this.aggregate = aggregate;
      this.arguments = arguments;
      this.partitionKeys = partitionKeys;
      this.order = List.copyOf(order);
      this.frame = frame;
    }
  }

  /** How a key orders rows. */
  public record Direction(boolean descending, boolean nullsFirst) {
    public static Direction of(OrderBy.Item item) {
      return new Direction(item.descending(), item.nulls() == OrderBy.Nulls.FIRST);
    }
  }

  public static boolean isAggregate(RexNode node) {
    return node instanceof RexCall call && call.getOperator() instanceof AggregateOperator;
  }

  public static boolean isWindow(RexNode node) {
    return node instanceof RexCall call && call.getOperator() instanceof Window;
  }

  public static boolean isArrayJoin(RexNode node) {
    return node instanceof RexCall call && call.getOperator() == ArrayJoin.INSTANCE;
  }

  public static boolean isGrouping(RexNode node) {
    return node instanceof RexCall call && call.getOperator() == Grouping.INSTANCE;
  }

  /** Collects calls that satisfy a test, outermost first, not looking into those found. */
  public static void collect(RexNode node, Predicate<RexNode> test, Set<RexNode> found) {
    node.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitCall(RexCall call) {
            if (test.test(call)) {
              found.add(call);
              return null;
            }
            return super.visitCall(call);
          }
        });
  }

  /** The first call that satisfies a test, or null. */
  public static @Nullable RexNode find(RexNode node, Predicate<RexNode> test) {
    Set<RexNode> found = new LinkedHashSet<>();
    collect(node, test, found);
    return found.isEmpty() ? null : found.iterator().next();
  }
}
