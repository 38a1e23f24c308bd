// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.Strictness;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.JoinTables.Style;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/** Binds joins: their condition over both sides, and what the columns are called afterwards. */
final class JoinBinder {

  private final Scope scope;
  private final RexFactory rex;
  private final @Nullable TableDefinition joined;

  /**
   * @param joined the right side, if it is a table of engine Join
   */
  JoinBinder(Scope scope, @Nullable TableDefinition joined) {
    this.scope = scope;
    this.joined = joined;
    this.rex = scope.context().rex();
  }

  From bind(FromItem.Join join, From left, From right) {
    if (join.kind() == FromItem.JoinKind.PASTE) {
      return new PasteJoin(rex).bind(left, right);
    }
    requireAliases(join, left, right);
    Style style = style(join);
    if (join.condition() instanceof FromItem.Using using) {
      return using(style, left, right, names(using.columns()));
    }
    if (join.condition() instanceof FromItem.Natural) {
      return using(style, left, right, common(left, right));
    }
    int width = left.rel().getRowType().getFieldCount();
    FromColumns columns = left.columns().plus(right.columns(), width);
    scope.setColumns(columns);
    RexNode condition = rex.and(List.of());
    if (join.condition() instanceof FromItem.On on) {
      condition = rex.truth(new ExpressionBinder(scope, LambdaFrame.NONE).bind(on.expression()));
      requireKeys(condition, width, style);
      DynamicKeys.checkJoin(condition);
    } else if (style.kind() != JoinKind.CROSS) {
      throw Failures.of(
          ErrorCode.INVALID_JOIN_ON_EXPRESSION,
          "JOIN without ON or USING. In scope " + scope.text());
    }
    if (joined != null) {
      new JoinEngines(rex).check(joined, style, condition, right, width);
    }
    return joined(style, left.rel(), right.rel(), condition, columns, width);
  }

  /** The server looks at the types of keys when it plans the join. */
  private void requireKeys(RexNode condition, int width, Style style) {
    try {
      KeyTypes.require(condition, width, style.strictness() == JoinStrictness.ASOF);
    } catch (TwinhouseException e) {
      scope.context().refuseToPlan(Failures.inScope(e, scope));
    }
  }

  /** joined_subquery_requires_alias: what is joined has a name. */
  private void requireAliases(FromItem.Join join, From left, From right) {
    if (!scope.context().isOn("joined_subquery_requires_alias", true)) {
      return;
    }
    for (From side : List.of(left, right)) {
      boolean nameless = side.columns().tables().stream().anyMatch(t -> t.alias() == null);
      if (nameless) {
        throw Failures.of(
            ErrorCode.ALIAS_REQUIRED,
            "JOIN "
                + join.kind()
                + " no alias for subquery or table function. In scope "
                + scope.text()
                + " (set joined_subquery_requires_alias = 0 to disable restriction)");
      }
    }
  }

  private Style style(FromItem.Join join) {
    JoinKind kind =
        switch (join.kind()) {
          case INNER -> JoinKind.INNER;
          case LEFT -> JoinKind.LEFT;
          case RIGHT -> JoinKind.RIGHT;
          case FULL -> JoinKind.FULL;
          case CROSS, COMMA -> JoinKind.CROSS;
          case PASTE -> throw new IllegalStateException("rows are pasted by their numbers");
        };
    JoinStrictness strictness =
        kind == JoinKind.CROSS ? JoinStrictness.ALL : strictness(join.strictness());
    if (strictness == JoinStrictness.ASOF && kind != JoinKind.INNER && kind != JoinKind.LEFT) {
      throw Failures.notImplemented("ASOF JOIN but for ASOF and LEFT ASOF");
    }
    boolean useNulls = scope.context().isOn("join_use_nulls", false);
    return new Style(kind, strictness, useNulls);
  }

  private JoinStrictness strictness(@Nullable Strictness strictness) {
    if (strictness == null) {
      String byDefault = scope.context().setting("join_default_strictness");
      return "ANY".equalsIgnoreCase(byDefault) ? JoinStrictness.ANY : JoinStrictness.ALL;
    }
    return JoinStrictness.valueOf(strictness.name());
  }

  private From joined(
      Style style, RelNode left, RelNode right, RexNode condition, FromColumns columns, int width) {
    boolean inner =
        style.strictness() == JoinStrictness.ALL
            && (style.kind() == JoinKind.INNER || style.kind() == JoinKind.CROSS);
    RelNode rel =
        inner
            ? Relations.innerJoin(left, right, condition)
            : JoinTables.of(left, right, style, condition);
    return new From(rel, style.useNulls() ? nullable(columns, style, width) : columns);
  }

  /** join_use_nulls: columns of a side that may lack a partner become Nullable. */
  private FromColumns nullable(FromColumns columns, Style style, int width) {
    List<TableColumns> tables = new ArrayList<>();
    for (TableColumns table : columns.tables()) {
      List<Column> changed = new ArrayList<>();
      for (Column column : table.columns()) {
        boolean nullable = column.index() < width ? style.keepsRight() : style.keepsLeft();
        changed.add(nullable ? column.orNull() : column);
      }
      tables.add(table.with(changed));
    }
    RexShuttle retyping = retyping(i -> i < width ? style.keepsRight() : style.keepsLeft());
    Map<String, FromColumns.Merged> merged = new LinkedHashMap<>();
    columns
        .merged()
        .forEach(
            (name, m) ->
                merged.put(
                    name,
                    new FromColumns.Merged(m.value().accept(retyping), m.hidden(), m.replaced())));
    Map<String, RexNode> added = new LinkedHashMap<>();
    columns.added().forEach((name, value) -> added.put(name, value.accept(retyping)));
    return new FromColumns(tables, merged, added);
  }

  /** Makes columns Nullable and computes what is called on them anew. */
  private RexShuttle retyping(IntPredicate columns) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef input) {
        Type type = RexFactory.typeOf(input);
        boolean chosen = columns.test(input.getIndex());
        return chosen ? rex.input(input.getIndex(), type.toNullable()) : input;
      }

      @Override
      public RexNode visitCall(RexCall call) {
        List<RexNode> operands = call.getOperands().stream().map(o -> o.accept(this)).toList();
        return operands.equals(call.getOperands())
            ? call
            : rex.call(call.getOperator().getName(), operands);
      }
    };
  }

  private List<String> names(List<Expr> columns) {
    List<String> names = columns.stream().map(this::name).toList();
    if (Set.copyOf(names).size() < names.size()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "A column of USING (" + String.join(", ", names) + ") is repeated");
    }
    return names;
  }

  /**
   * The whole name is that of a column in both tables: {@code n.a} of a Nested, not {@code t.a}.
   */
  private String name(Expr expression) {
    if (expression instanceof Identifier identifier) {
      return identifier.name();
    }
    throw Failures.of(
        expression instanceof Expr.Aliased ? ErrorCode.UNKNOWN_IDENTIFIER : ErrorCode.BAD_ARGUMENTS,
        "USING expects names of columns, not "
            + ScopeText.of(expression)
            + ". In scope "
            + scope.text());
  }

  private static List<String> common(From left, From right) {
    List<String> names = new ArrayList<>();
    for (TableColumns table : left.columns().tables()) {
      for (Column column : table.columns()) {
        boolean both = right.columns().tables().stream().anyMatch(t -> isInStar(t, column.name()));
        if (column.inStar() && both) {
          names.add(column.name());
        }
      }
    }
    return names;
  }

  private static boolean isInStar(TableColumns table, String name) {
    Column column = table.find(name);
    return column != null && column.inStar();
  }

  /** One side of USING, its keys cast to the common types. */
  private final class Side {
    private final List<RexNode> columns;
    private final RelNode rel;
    private FromColumns from;

    Side(From side) {
      rel = side.rel();
      from = side.columns();
      columns = new ArrayList<>(new Relation(rel, List.of()).columns(rex));
    }

    RexNode key(String name, String where) {
      FromColumns.Merged merged = from.merged().get(name);
      if (merged != null) {
        return merged.value();
      }
      scope.setColumns(from);
      FromColumns.Match match = from.find(List.of(name), scope);
      if (match == null) {
        throw Failures.of(
            ErrorCode.UNKNOWN_IDENTIFIER,
            "JOIN ... USING ("
                + name
                + ") using identifier '"
                + name
                + "' cannot be resolved from "
                + where
                + " table expression. In scope "
                + scope.text());
      }
      return rex.input(match.column().index(), match.column().type());
    }

    /** The position of {@code key} cast to {@code type}. */
    int cast(RexNode key, Type type) {
      if (!(key instanceof RexInputRef input)) {
        columns.add(rex.cast(key, type));
        return columns.size() - 1;
      }
      if (!RexFactory.typeOf(key).equals(type)) {
        columns.set(input.getIndex(), rex.cast(key, type));
        from = retyped(input.getIndex(), type);
      }
      return input.getIndex();
    }

    private FromColumns retyped(int index, Type type) {
      List<TableColumns> tables = new ArrayList<>();
      for (TableColumns table : from.tables()) {
        tables.add(
            table.with(
                table.columns().stream()
                    .map(c -> c.index() == index ? c.ofType(type) : c)
                    .toList()));
      }
      return new FromColumns(tables, from.merged(), from.added());
    }

    RelNode project() {
      List<String> names = new ArrayList<>(rel.getRowType().getFieldNames());
      while (names.size() < columns.size()) {
        names.add("key");
      }
      return Relations.project(rel, columns, names);
    }
  }

  private From using(Style style, From left, From right, List<String> names) {
    Side leftSide = new Side(left);
    Side rightSide = new Side(right);
    List<Integer> leftKeys = new ArrayList<>();
    List<Integer> rightKeys = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (String name : names) {
      RexNode leftKey = leftSide.key(name, "left");
      RexNode rightKey = rightSide.key(name, "right");
      DynamicKeys.checkJoinKey(leftKey);
      DynamicKeys.checkJoinKey(rightKey);
      Type type = supertype(name, RexFactory.typeOf(leftKey), RexFactory.typeOf(rightKey));
      leftKeys.add(leftSide.cast(leftKey, type));
      rightKeys.add(rightSide.cast(rightKey, type));
      types.add(type);
    }
    RelNode leftRel = leftSide.project();
    int width = leftRel.getRowType().getFieldCount();
    List<RexNode> conditions = new ArrayList<>();
    Map<String, FromColumns.Merged> merged = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      RexNode leftKey = rex.input(leftKeys.get(i), types.get(i));
      RexNode rightKey = rex.input(width + rightKeys.get(i), types.get(i));
      boolean closest = style.strictness() == JoinStrictness.ASOF && i + 1 == names.size();
      String comparison = closest ? "greaterOrEquals" : "equals";
      conditions.add(rex.truth(rex.call(comparison, leftKey, rightKey)));
      RexNode value = merged(style, leftKey, rightKey);
      FromColumns.Merged before = left.columns().merged().get(names.get(i));
      List<Integer> hidden = new ArrayList<>(before == null ? List.of() : before.hidden());
      hidden.add(width + rightKeys.get(i));
      int replaced = before == null ? leftKeys.get(i) : before.replaced();
      merged.put(names.get(i), new FromColumns.Merged(value, hidden, replaced));
    }
    FromColumns columns = leftSide.from.plus(rightSide.from, width).withMerged(merged);
    RexNode condition = rex.and(conditions);
    if (joined != null) {
      From asCast = new From(rightSide.rel, rightSide.from);
      new JoinEngines(rex).check(joined, style, condition, asCast, width);
    }
    return joined(style, leftRel, rightSide.project(), condition, columns, width);
  }

  /** What the bare name of a column of USING means. */
  private RexNode merged(Style style, RexNode left, RexNode right) {
    return switch (style.kind()) {
      case RIGHT -> right;
      case FULL -> eitherKey(style, left, right);
      default -> left;
    };
  }

  /** The left key, or the right one where the left row is lacking; of the type that both have. */
  private RexNode eitherKey(Style style, RexNode left, RexNode right) {
    if (style.useNulls()) {
      RexNode key = left.accept(retyping(i -> true));
      RexNode other = right.accept(retyping(i -> true));
      return rex.cast(rex.call("coalesce", key, other), RexFactory.typeOf(key));
    }
    Type type = RexFactory.typeOf(left);
    if (type.isNullable()) {
      return rex.cast(rex.call("coalesce", left, right), type);
    }
    RexNode lacking =
        type instanceof EnumType
            ? rex.call("equals", rex.cast(left, IntegerType.INT16), zero())
            : rex.call("equals", left, rex.call("defaultValueOfArgumentType", left));
    return rex.cast(rex.call("if", lacking, right, left), type);
  }

  /** Rows without a partner have the first element of an Enum, but it is 0 that gives way. */
  private RexNode zero() {
    return rex.constant(IntegerType.INT16, LongColumn.of(0));
  }

  private Type supertype(String name, Type left, Type right) {
    CarriedZones.requireSame(List.of(left.base(), right.base()));
    try {
      return LeastSupertype.of(List.of(left, right));
    } catch (TwinhouseException e) {
      throw Failures.of(
          ErrorCode.NO_COMMON_TYPE,
          e.getMessage()
              + ": JOIN cannot infer common type in USING for identifier '"
              + name
              + "'. In scope "
              + scope.text());
    }
  }
}
