// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/** Lowers joins: computed keys become columns of the inputs and are dropped from the result. */
final class JoinLowering {

  private final RexFactory rex;
  private final RexBuilder builder;
  private final ExpressionLowering expressions;

  JoinLowering(RexFactory rex, RexBuilder builder) {
    this.rex = rex;
    this.builder = builder;
    this.expressions = new ExpressionLowering(rex);
  }

  /** One input with its keys as columns. */
  private record Side(PlanNode node, int width, List<Integer> keys) {}

  PlanNode lower(LogicalJoin join, PlanNode left, PlanNode right) {
    Schema schema = EngineTypeFactory.schema(join.getRowType());
    JoinKeys keys = JoinKeys.of(join.getCondition(), left.schema().size(), rex);
    if (keys.left().isEmpty()) {
      PlanNode cross =
          new PlanNode.Join(
              left,
              right,
              JoinKind.CROSS,
              JoinStrictness.ALL,
              List.of(),
              List.of(),
              null,
              false,
              schema);
      boolean all = join.getCondition().isAlwaysTrue();
      return all ? cross : new PlanNode.Filter(cross, expressions.condition(join.getCondition()));
    }
    JoinTables.Style style = new JoinTables.Style(JoinKind.INNER, JoinStrictness.ALL, false);
    return joined(style, left, right, keys, schema);
  }

  PlanNode lower(JoinTables join, PlanNode left, PlanNode right) {
    Schema schema = EngineTypeFactory.schema(join.getRowType());
    JoinTables.Style style = join.style();
    if (style.strictness() == JoinStrictness.ASOF) {
      throw new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, "ASOF JOIN is not supported");
    }
    JoinKeys keys = JoinKeys.of(join.condition(), left.schema().size(), rex);
    if (keys.left().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.INVALID_JOIN_ON_EXPRESSION,
          "Cannot determine join keys in JOIN ON expression " + join.condition());
    }
    boolean half =
        style.strictness() == JoinStrictness.SEMI || style.strictness() == JoinStrictness.ANTI;
    return half ? half(style, left, right, keys, schema) : joined(style, left, right, keys, schema);
  }

  private PlanNode joined(
      JoinTables.Style style, PlanNode left, PlanNode right, JoinKeys keys, Schema schema) {
    Side leftSide = side(left, keys.left(), style.useNulls() && style.keepsRight());
    Side rightSide = side(right, keys.right(), style.useNulls() && style.keepsLeft());
    List<Field> fields = new ArrayList<>(schema.fields().subList(0, leftSide.width()));
    fields.addAll(added(leftSide));
    fields.addAll(schema.fields().subList(leftSide.width(), schema.size()));
    fields.addAll(added(rightSide));
    PlanNode join =
        new PlanNode.Join(
            leftSide.node(),
            rightSide.node(),
            style.kind(),
            style.strictness(),
            leftSide.keys(),
            rightSide.keys(),
            residual(keys, leftSide),
            style.useNulls(),
            new Schema(fields));
    return withoutKeys(join, leftSide, schema, fields.size());
  }

  private Side side(PlanNode input, List<RexNode> keys, boolean nullable) {
    int width = input.schema().size();
    List<Expression> columns = new ArrayList<>();
    List<Field> fields = new ArrayList<>(input.schema().fields());
    for (int i = 0; i < width; i++) {
      columns.add(new Expression.InputRef(i, input.schema().type(i)));
    }
    List<Integer> positions = new ArrayList<>();
    for (RexNode key : keys) {
      if (key instanceof RexInputRef column) {
        positions.add(column.getIndex());
        continue;
      }
      positions.add(columns.size());
      columns.add(expressions.lower(key));
      Type type = RexFactory.typeOf(key);
      fields.add(new Field("__key", nullable ? type.toNullable() : type));
    }
    PlanNode node =
        columns.size() == width ? input : new PlanNode.Project(input, columns, new Schema(fields));
    return new Side(node, width, positions);
  }

  private static List<Field> added(Side side) {
    Schema schema = side.node().schema();
    return schema.fields().subList(side.width(), schema.size());
  }

  /** The rest of the condition; right columns stand behind the left side's keys now. */
  private @Nullable Expression residual(JoinKeys keys, Side left) {
    if (keys.residual().isEmpty()) {
      return null;
    }
    int by = added(left).size();
    RexNode residual = RexUtil.composeConjunction(builder, keys.residual());
    RexNode shifted =
        residual.accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef input) {
                return input.getIndex() < left.width()
                    ? input
                    : new RexInputRef(input.getIndex() + by, input.getType());
              }
            });
    return expressions.condition(shifted);
  }

  private static PlanNode withoutKeys(PlanNode join, Side left, Schema schema, int width) {
    if (width == schema.size()) {
      return join;
    }
    int by = added(left).size();
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      int at = i < left.width() ? i : i + by;
      columns.add(new Expression.InputRef(at, schema.type(i)));
    }
    return new PlanNode.Project(join, columns, schema);
  }

  /** SEMI and ANTI yield one side; of the other only what the keys tell is known. */
  private PlanNode half(
      JoinTables.Style style, PlanNode left, PlanNode right, JoinKeys keys, Schema schema) {
    boolean keepsLeft = style.kind() != JoinKind.RIGHT;
    if (!keepsLeft && !keys.residual().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "RIGHT SEMI and ANTI JOIN by more than equal keys");
    }
    Side outer = side(keepsLeft ? left : right, keepsLeft ? keys.left() : keys.right(), false);
    Side inner = side(keepsLeft ? right : left, keepsLeft ? keys.right() : keys.left(), false);
    PlanNode join =
        new PlanNode.Join(
            outer.node(),
            inner.node(),
            JoinKind.LEFT,
            style.strictness(),
            outer.keys(),
            inner.keys(),
            residual(keys, outer),
            false,
            outer.node().schema());
    int leftWidth = left.schema().size();
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      boolean ofLeft = i < leftWidth;
      int own = ofLeft ? i : i - leftWidth;
      if (ofLeft == keepsLeft) {
        columns.add(new Expression.InputRef(own, schema.type(i)));
      } else {
        columns.add(partner(style, outer, inner.keys().indexOf(own), schema.type(i)));
      }
    }
    return new PlanNode.Project(join, columns, schema);
  }

  /** A column of the partner: its key is ours; others are defaults where there is no partner. */
  private static Expression partner(JoinTables.Style style, Side outer, int key, Type type) {
    if (style.strictness() == JoinStrictness.ANTI) {
      ColumnBuilder builder = ColumnBuilder.of(type);
      if (type.isNullable()) {
        builder.appendNull();
      } else {
        builder.appendDefault();
      }
      return new Expression.Constant(type, builder.build());
    }
    if (key < 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "SEMI JOIN that reads other columns of its partner than the keys is not supported");
    }
    int column = outer.keys().get(key);
    Type keyType = outer.node().schema().type(column);
    if (!keyType.base().equals(type.base()) || keyType.isNullable() != type.isNullable()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "SEMI JOIN whose keys differ in type and are both read is not supported");
    }
    return new Expression.InputRef(column, type);
  }
}
