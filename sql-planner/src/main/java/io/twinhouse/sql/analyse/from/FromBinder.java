// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.expression.NestedColumns;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ConstantRows;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds FROM: tables, joins and ARRAY JOIN. */
public final class FromBinder {

  private final Scope scope;
  private final RexFactory rex;

  /** What FROM yields. */
  public record From(RelNode rel, FromColumns columns) {}

  public FromBinder(Scope scope) {
    this.scope = scope;
    this.rex = scope.context().rex();
  }

  public From bind(@Nullable FromItem item) {
    if (item == null) {
      return one();
    }
    if (item instanceof FromItem.Join join) {
      refuseSameAlias(join, new HashSet<>());
      From left = bind(join.left());
      TableDefinition joined = new TableSources(scope).joined(join.right());
      From right =
          joined == null
              ? bind(join.right())
              : new TableSources(scope).bind((FromItem.Table) join.right());
      return new JoinBinder(scope, joined).bind(join, left, right);
    }
    if (item instanceof FromItem.ArrayJoin arrayJoin) {
      return bind(arrayJoin);
    }
    TableSources tables = new TableSources(scope);
    TableDefinition joined = tables.joined(item);
    if (joined != null && scope.context().planning().permissions() != null) {
      JoinEngines.requireReadable(joined); // joinGet reads all
    }
    return tables.bind((FromItem.Table) item);
  }

  private void refuseSameAlias(FromItem item, Set<String> aliases) {
    if (item instanceof FromItem.Join join) {
      refuseSameAlias(join.left(), aliases);
      refuseSameAlias(join.right(), aliases);
    } else if (item instanceof FromItem.Table table
        && table.alias() != null
        && !aliases.add(table.alias())) {
      throw Failures.of(
          ErrorCode.MULTIPLE_EXPRESSIONS_FOR_ALIAS,
          "Multiple table expressions with same alias "
              + table.alias()
              + ". In scope "
              + scope.text());
    }
  }

  /** What a SELECT without FROM reads: the row of {@code system.one}. */
  private From one() {
    Schema schema = Schema.of(new Field("dummy", IntegerType.UINT8));
    RelNode row =
        ConstantRows.of(
            scope.context().cluster(), "system.one", schema, Batch.of(1, LongColumn.of(0)));
    TableColumns columns = TableColumns.derived("one", schema.names(), schema.types());
    return new From(
        row, FromColumns.of(new TableColumns("one", "system", "one", columns.columns(), Map.of())));
  }

  private From bind(FromItem.ArrayJoin item) {
    From from = bind(item.left());
    scope.setColumns(from.columns());
    ExpressionBinder binder = new ExpressionBinder(scope, LambdaFrame.NONE);
    List<RexNode> columns = new ArrayList<>(new Relation(from.rel(), List.of()).columns(rex));
    List<String> names = new ArrayList<>(from.rel().getRowType().getFieldNames());
    List<Integer> arrays = new ArrayList<>();
    Map<String, RexNode> added = new LinkedHashMap<>();
    Map<Integer, Type> replaced = new LinkedHashMap<>();
    for (Expr expression : item.expressions()) {
      List<Column> parts = partsOfNested(unaliased(expression), from.columns());
      if (!parts.isEmpty()) {
        String name = String.valueOf(nameOf(expression));
        List<RexNode> elements = new ArrayList<>();
        for (Column part : parts) {
          Type element = element(part.read(rex));
          if (expression instanceof Expr.Aliased) {
            arrays.add(columns.size());
            elements.add(rex.input(columns.size(), element));
            columns.add(part.read(rex));
            names.add(part.name());
          } else {
            arrays.add(part.index());
            elements.add(rex.input(part.index(), element));
            replaced.put(part.index(), element);
          }
        }
        boolean hidden = !(expression instanceof Expr.Aliased) && isHidden(name, parts, from);
        added.put(
            hidden ? String.join(".", ((Identifier) expression).path()) : name,
            NestedColumns.tuple(rex, parts, elements));
        continue;
      }
      RexNode array = binder.bind(unaliased(expression));
      Type element = element(array);
      String name = nameOf(expression);
      if (!(expression instanceof Expr.Aliased) && array instanceof RexInputRef input) {
        arrays.add(input.getIndex());
        replaced.put(input.getIndex(), element);
        if (expression instanceof Identifier written && written.path().size() > 1) {
          addBare(input.getIndex(), element, from.columns(), added);
        }
        continue;
      }
      if (name != null && isPart(expression, array)) {
        throw Failures.notImplemented("ARRAY JOIN of a part of a column without an alias");
      }
      arrays.add(columns.size());
      if (name != null) {
        added.put(name, rex.input(columns.size(), element));
      }
      columns.add(array);
      names.add(name == null ? "array" : name);
    }
    RelNode rel = Relations.project(from.rel(), columns, names);
    return new From(
        UnnestArrays.of(rel, arrays, item.outer()),
        retyped(from.columns(), replaced).withAdded(added));
  }

  /** Whether the bare name of a Nested, written with its table's, means that of another table. */
  private static boolean isHidden(String name, List<Column> parts, From from) {
    List<Column> meant = from.columns().nested(List.of(name));
    return !meant.isEmpty() && meant.get(0).index() != parts.get(0).index();
  }

  /** The bare name of a column that was written with its table's means its elements from now on. */
  private void addBare(int index, Type element, FromColumns columns, Map<String, RexNode> added) {
    FromColumns.Match own = columns.owner(index);
    if (own == null || columns.tables().size() < 2) {
      return;
    }
    String name = own.column().name();
    boolean other =
        columns.tables().stream()
            .flatMap(table -> table.columns().stream())
            .filter(column -> column.name().equals(name))
            .findFirst()
            .filter(column -> column.index() != index)
            .isPresent();
    if (added.containsKey(name) || other && name.contains(".")) {
      throw Failures.notImplemented(
          "ARRAY JOIN of a column without an alias whose name " + name + " several tables have");
    }
    if (other) {
      added.put(name, rex.input(index, element));
    }
  }

  /** The columns of the Nested that is named; none where it is something else. */
  private List<Column> partsOfNested(Expr expression, FromColumns columns) {
    boolean nested =
        expression instanceof Identifier name
            && scope.alias(name.parts().get(0).text()) == null
            && columns.find(name.path(), scope) == null;
    return nested ? columns.nested(((Identifier) expression).path()) : List.of();
  }

  /** What is named by the path that it has without the join. */
  private static boolean isPart(Expr expression, RexNode array) {
    return expression instanceof Identifier
        && array instanceof RexCall call
        && call.getOperator().getName().equals("tupleElement");
  }

  private static Expr unaliased(Expr expression) {
    return expression instanceof Expr.Aliased aliased ? aliased.expression() : expression;
  }

  private static @Nullable String nameOf(Expr expression) {
    return expression instanceof Expr.Aliased aliased
        ? aliased.alias()
        : expression instanceof Identifier name ? name.last() : null;
  }

  private Type element(RexNode array) {
    Type type = RexFactory.typeOf(array);
    if (!(type instanceof ArrayType || type instanceof MapType)) {
      throw Failures.of(
          ErrorCode.TYPE_MISMATCH,
          "ARRAY JOIN requires array argument, got " + type.name() + ". In scope " + scope.text());
    }
    return UnnestArrays.element(type);
  }

  private static FromColumns retyped(FromColumns from, Map<Integer, Type> types) {
    List<TableColumns> tables = new ArrayList<>();
    for (TableColumns table : from.tables()) {
      tables.add(
          table.with(
              table.columns().stream()
                  .map(c -> types.containsKey(c.index()) ? unnested(c, types) : c)
                  .toList()));
    }
    return new FromColumns(tables, from.merged(), from.added());
  }

  private static Column unnested(Column column, Map<Integer, Type> types) {
    return column.unnestedTo(types.getOrDefault(column.index(), column.type()));
  }
}
