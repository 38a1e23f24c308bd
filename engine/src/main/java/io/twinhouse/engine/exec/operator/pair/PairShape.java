// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.WindowCall;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan asks for distinct pairs of an entry and a small number.
 *
 * @param input what yields the pairs, with repeats
 * @param entry the column of entries there
 * @param number the column of numbers there
 * @param entryFirst whether entries come first among the columns yielded
 * @param types of the two columns yielded, in order
 */
public record PairShape(
    PlanNode input, int entry, int number, boolean entryFirst, List<Type> types) {

  /** Functions of an entry that a dictionary column answers by id. */
  private static final Set<String> BY_ID = Set.of("assumeNotNull", "sipHash64");

  private static final WindowCall.Frame BEFORE =
      new WindowCall.Frame(true, WindowCall.Bound.UNBOUNDED_PRECEDING, WindowCall.Bound.CURRENT);

  /**
   * The shape of distinct rows, or of groups of which only the keys are wanted; null if another.
   */
  public static @Nullable PairShape of(PlanNode node) {
    if (node instanceof PlanNode.Distinct distinct) {
      return distinct.schema().size() == 2 ? of(distinct.input(), distinct.keys()) : null;
    }
    if (node instanceof PlanNode.Aggregate aggregate
        && aggregate.calls().isEmpty()
        && aggregate.groupingSets().isEmpty()
        && !aggregate.totals()) {
      return of(aggregate.input(), aggregate.keys());
    }
    return null;
  }

  private static @Nullable PairShape of(PlanNode input, List<Integer> keys) {
    if (keys.size() != 2 || !(input instanceof PlanNode.Project project)) {
      return null;
    }
    for (int first = 0; first < 2; first++) {
      int entry = keys.get(first);
      int number = keys.get(1 - first);
      Type small = input.schema().type(number);
      if (isEntry(project.expressions().get(entry)) && isSmall(small)) {
        List<Type> types = keys.stream().map(input.schema()::type).toList();
        return new PairShape(input, entry, number, first == 0, types);
      }
    }
    return null;
  }

  private static boolean isSmall(Type type) {
    return (type instanceof DateType date && date.bits() == 16)
        || type.equals(IntegerType.UINT8)
        || type.equals(IntegerType.UINT16);
  }

  private static boolean isEntry(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return BY_ID.contains(call.name())
          && call.arguments().size() == 1
          && isEntry(call.arguments().get(0));
    }
    return expression instanceof Expression.InputRef ref && ref.type().lane() == Lane.BYTES;
  }

  /**
   * The shape under a window that asks for the number before, of the same entry: the plan between
   * window and pairs only adds what is computed. Null if another.
   */
  public static @Nullable PairShape under(PlanNode.Window window) {
    if (!(window.input() instanceof PlanNode.Project project)
        || window.partitionBy().size() != 1
        || window.orderBy().size() != 1
        || window.orderBy().get(0).descending()) {
      return null;
    }
    PairShape shape = of(project.input());
    if (shape == null
        || !isColumn(project, window.partitionBy().get(0), shape.entryFirst ? 0 : 1)
        || !isColumn(project, window.orderBy().get(0).column(), shape.entryFirst ? 1 : 0)) {
      return null;
    }
    for (WindowCall call : window.calls()) {
      if (!isLag(call, project, shape)) {
        return null;
      }
    }
    return shape;
  }

  private static boolean isColumn(PlanNode.Project project, int index, int column) {
    return project.expressions().get(index) instanceof Expression.InputRef ref
        && ref.index() == column;
  }

  private static boolean isLag(WindowCall call, PlanNode.Project project, PairShape shape) {
    boolean before = call.frame().equals(WindowCall.Frame.DEFAULT) || call.frame().equals(BEFORE);
    int count = call.arguments().size();
    if (!call.name().equals("lagInFrame") || !before || count < 1 || count > 2) {
      return false;
    }
    Expression value = project.expressions().get(call.arguments().get(0));
    if (value instanceof Expression.Call wrapped && wrapped.name().equals("toNullable")) {
      value = wrapped.arguments().get(0);
    }
    boolean ofNumber =
        value instanceof Expression.InputRef ref && ref.index() == (shape.entryFirst ? 1 : 0);
    return ofNumber && (count == 1 || isOne(project.expressions().get(call.arguments().get(1))));
  }

  private static boolean isOne(Expression offset) {
    return offset instanceof Expression.Constant constant
        && constant.value() instanceof io.twinhouse.engine.column.LongColumn longs
        && !longs.isNull(0)
        && longs.values()[0] == 1;
  }
}
