// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.plan.WindowCall.Bound;
import io.twinhouse.engine.plan.WindowCall.Frame;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.rel.WindowColumns;
import java.util.List;

/** Renders window functions. */
final class WindowRenderer {

  private WindowRenderer() {}

  static Expr render(
      WindowColumns.Call call, List<Expr> columns, List<Expr> partition, List<OrderBy.Item> order) {
    Window.Frame frame = Frame.DEFAULT.equals(call.frame()) ? null : frame(call.frame());
    Window over = new Window.Definition(Position.NONE, null, partition, order, frame);
    List<Expr> arguments = call.arguments().stream().map(columns::get).toList();
    List<Expr> parameters =
        call.aggregate() == null ? List.of() : AggregateRenderer.parameters(call.aggregate());
    String name = call.aggregate() == null ? call.name() : call.aggregate().function();
    return new Call(Position.NONE, name, parameters, arguments, Call.NullTreatment.DEFAULT, over);
  }

  private static Window.Frame frame(Frame frame) {
    Window.FrameUnit unit = frame.rows() ? Window.FrameUnit.ROWS : Window.FrameUnit.RANGE;
    return new Window.Frame(Position.NONE, unit, bound(frame.start()), bound(frame.end()));
  }

  private static Window.Bound bound(Bound bound) {
    if (bound.unbounded()) {
      return new Window.Bound(
          bound.offset() < 0
              ? Window.BoundKind.UNBOUNDED_PRECEDING
              : Window.BoundKind.UNBOUNDED_FOLLOWING,
          null);
    }
    if (bound.current()) {
      return new Window.Bound(Window.BoundKind.CURRENT_ROW, null);
    }
    return new Window.Bound(
        bound.offset() < 0 ? Window.BoundKind.PRECEDING : Window.BoundKind.FOLLOWING,
        ConstantRenderer.number(Long.toString(Math.abs(bound.offset()))));
  }
}
