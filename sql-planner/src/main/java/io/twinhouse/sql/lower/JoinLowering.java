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
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
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
              null,
              false,
              schema);
      boolean all = join.getCondition().isAlwaysTrue();
      return all ? cross : new PlanNode.Filter(cross, expressions.condition(join.getCondition()));
    }
    JoinTables.Style style = new JoinTables.Style(JoinKind.INNER, JoinStrictness.ALL, false);
    return joined(style, left, right, new AsofKeys(keys), schema);
  }

  PlanNode lower(JoinTables join, PlanNode left, PlanNode right) {
    Schema schema = EngineTypeFactory.schema(join.getRowType());
    JoinTables.Style style = join.style();
    int width = left.schema().size();
    JoinKeys keys = JoinKeys.of(join.condition(), width, rex);
    if (style.strictness() == JoinStrictness.ASOF) {
      AsofKeys asof = AsofKeys.of(keys, width, rex);
      return joined(style, left, filtered(right, asof.onRight()), asof, schema);
    }
    if (keys.left().isEmpty()) {
      requireKeys(join.condition(), width);
      refuseFirstOf(join);
    }
    if (style.strictness() == JoinStrictness.ANY && style.kind() == JoinKind.INNER) {
      refuseUnsided(keys, width);
    }
    boolean half =
        style.strictness() == JoinStrictness.SEMI || style.strictness() == JoinStrictness.ANTI;
    PlanNode halved = half && !style.useNulls() ? half(style, left, right, keys, schema) : null;
    return halved != null ? halved : joined(style, left, right, new AsofKeys(keys), schema);
  }

  /** Which partner is the first depends on the order in which the server tries alternatives. */
  private static void refuseFirstOf(JoinTables join) {
    boolean first =
        join.style().strictness() == JoinStrictness.ANY
            || join.style().strictness() == JoinStrictness.SEMI;
    if (first && !RelOptUtil.InputFinder.bits(join.condition()).isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          join.style().strictness() + " JOIN with OR in its condition is not supported");
    }
  }

  /** Of which side each row is taken once hangs on the sizes, by which the server swaps them. */
  private static void refuseUnsided(JoinKeys keys, int leftWidth) {
    for (RexNode part : keys.residual()) {
      ImmutableBitSet columns = RelOptUtil.InputFinder.bits(part);
      if (columns.nextSetBit(0) >= 0
          && columns.nextSetBit(0) < leftWidth
          && columns.nextSetBit(leftWidth) >= 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "ANY INNER JOIN with a condition over both sides is not supported; say ANY LEFT or"
                + " SEMI");
      }
    }
  }

  private PlanNode filtered(PlanNode input, List<RexNode> conditions) {
    return conditions.isEmpty()
        ? input
        : new PlanNode.Filter(
            input, expressions.condition(RexUtil.composeConjunction(builder, conditions)));
  }

  /** As the server: a constant, or something equal in each alternative of an OR. */
  private void requireKeys(RexNode condition, int leftWidth) {
    if (RelOptUtil.InputFinder.bits(condition).isEmpty()) {
      return;
    }
    for (RexNode part : RexFactory.conjuncts(condition)) {
      List<RexNode> alternatives = JoinKeys.alternatives(part);
      if (alternatives.size() > 1
          && alternatives.stream().allMatch(a -> JoinKeys.hasKeys(a, leftWidth, rex))) {
        return;
      }
    }
    throw new TwinhouseException(
        ErrorCode.INVALID_JOIN_ON_EXPRESSION,
        "Cannot determine join keys in JOIN ON expression " + condition);
  }

  private static void refuseNullTuples(boolean nulls, PlanNode side) {
    if (nulls && side.schema().types().stream().anyMatch(TupleType.class::isInstance)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The type Nullable(Tuple), which join_use_nulls makes of a tuple, is not supported");
    }
  }

  private PlanNode joined(
      JoinTables.Style style, PlanNode left, PlanNode right, AsofKeys asof, Schema schema) {
    JoinKeys keys = asof.keys();
    refuseNullTuples(style.useNulls() && style.keepsRight(), left);
    refuseNullTuples(style.useNulls() && style.keepsLeft(), right);
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
            asof.order(),
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

  /** SEMI and ANTI yield one side; null if more of the other is used than the keys tell. */
  private @Nullable PlanNode half(
      JoinTables.Style style, PlanNode left, PlanNode right, JoinKeys keys, Schema schema) {
    boolean keepsLeft = style.kind() != JoinKind.RIGHT;
    if (!keepsLeft && !keys.residual().isEmpty()) {
      return null;
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
            null,
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
        Expression partner = partner(style, outer, inner.keys().indexOf(own), schema.type(i));
        if (partner == null) {
          return null;
        }
        columns.add(partner);
      }
    }
    return new PlanNode.Project(join, columns, schema);
  }

  /** A column of the partner: its key is ours; others are defaults where there is no partner. */
  private static @Nullable Expression partner(
      JoinTables.Style style, Side outer, int key, Type type) {
    if (style.strictness() == JoinStrictness.ANTI) {
      ColumnBuilder builder = ColumnBuilder.of(type);
      builder.appendAbsent(type);
      return new Expression.Constant(type, builder.build());
    }
    if (key < 0) {
      return null;
    }
    int column = outer.keys().get(key);
    Type keyType = outer.node().schema().type(column);
    if (!keyType.base().equals(type.base()) || keyType.isNullable() != type.isNullable()) {
      return null;
    }
    return new Expression.InputRef(column, type);
  }
}
