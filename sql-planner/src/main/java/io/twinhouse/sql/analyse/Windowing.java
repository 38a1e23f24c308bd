// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.BindingOperators.Window;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** Puts window functions in place, those over the same partitions and order together. */
final class Windowing {

  private final Stage stage;

  /** What a row sees before it is cut to a frame. */
  private record Spec(List<RexNode> partitionBy, List<RexNode> orderBy, List<?> directions) {}

  Windowing(Stage stage) {
    this.stage = stage;
  }

  void apply(List<RexNode> expressions) {
    Set<RexNode> windows = new LinkedHashSet<>();
    for (RexNode expression : expressions) {
      BindingOperators.collect(expression, BindingOperators::isWindow, windows);
    }
    Map<Spec, List<RexCall>> bySpec = new LinkedHashMap<>();
    for (RexNode window : windows) {
      RexCall call = (RexCall) window;
      stage.unnest(call.getOperands());
      bySpec.computeIfAbsent(spec(call), spec -> new ArrayList<>()).add(call);
    }
    bySpec.values().forEach(this::put);
  }

  private static Spec spec(RexCall call) {
    Window window = (Window) call.getOperator();
    List<RexNode> operands = call.getOperands();
    int order = window.arguments + window.partitionKeys;
    return new Spec(
        List.copyOf(operands.subList(window.arguments, order)),
        List.copyOf(operands.subList(order, operands.size())),
        window.order);
  }

  private void put(List<RexCall> calls) {
    Spec spec = spec(calls.get(0));
    List<Integer> partition = spec.partitionBy().stream().map(stage::column).toList();
    List<RelFieldCollation> order = new ArrayList<>();
    Window first = (Window) calls.get(0).getOperator();
    for (int i = 0; i < spec.orderBy().size(); i++) {
      order.add(Ordering.key(stage.column(spec.orderBy().get(i)), first.order.get(i)));
    }
    List<WindowColumns.Call> windowCalls = new ArrayList<>();
    for (RexCall call : calls) {
      Window window = (Window) call.getOperator();
      List<Integer> arguments =
          call.getOperands().subList(0, window.arguments).stream().map(stage::column).toList();
      windowCalls.add(
          new WindowColumns.Call(
              window.function, window.aggregate, arguments, window.frame, RexFactory.typeOf(call)));
    }
    int width = stage.width();
    RelCollation collation = RelCollations.of(order);
    stage.setRel(WindowColumns.of(stage.rel(), partition, collation, windowCalls));
    for (int i = 0; i < calls.size(); i++) {
      stage.know(calls.get(i), width + i);
    }
  }
}
