// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table expression of FROM and the names it goes by.
 *
 * @param alias its alias, or its own name, or null for a sub-query without one
 * @param database the table's database, null for all but tables
 * @param table the table's own name, null for all but tables
 * @param columns in the order of {@code *}
 * @param computed ALIAS columns by name
 * @param declared the names that COLUMNS chooses from, MATERIALIZED and ALIAS columns among them;
 *     empty where they are those of {@code *}
 */
public record TableColumns(
    @Nullable String alias,
    @Nullable String database,
    @Nullable String table,
    List<Column> columns,
    Map<String, ColumnDefinition> computed,
    List<String> declared) {

  /** Columns of which COLUMNS chooses what {@code *} names. */
  public TableColumns(
      @Nullable String alias,
      @Nullable String database,
      @Nullable String table,
      List<Column> columns,
      Map<String, ColumnDefinition> computed) {
    this(alias, database, table, columns, computed, List.of());
  }

  /**
   * A column.
   *
   * @param index in the row of FROM
   * @param inStar whether {@code *} names it
   * @param lacking whether it would be Nullable(Tuple), whose NULLs no column tells
   * @param unnested whether ARRAY JOIN made it of its elements
   */
  public record Column(
      int index, String name, Type type, boolean inStar, boolean lacking, boolean unnested) {

    public Column(int index, String name, Type type, boolean inStar) {
      this(index, name, type, inStar, false, false);
    }

    Column shifted(int by) {
      return new Column(index + by, name, type, inStar, lacking, unnested);
    }

    public Column ofType(Type newType) {
      return new Column(index, name, newType, inStar, lacking, unnested);
    }

    /** The column of its elements. */
    public Column unnestedTo(Type element) {
      return new Column(index, name, element, inStar, lacking, true);
    }

    /** The column where rows may lack a partner and are NULL then. */
    public Column orNull() {
      boolean isTuple = type instanceof TupleType;
      return new Column(index, name, type.toNullable(), inStar, lacking || isTuple, unnested);
    }

    /**
     * The column as an expression names it.
     *
     * @throws TwinhouseException NOT_IMPLEMENTED for Nullable(Tuple)
     */
    public RexNode read(RexFactory rex) {
      if (lacking) {
        throw Failures.notImplemented(
            "The type Nullable(Tuple), which join_use_nulls makes of a tuple,");
      }
      return rex.input(index, type);
    }
  }

  public TableColumns {
    columns = List.copyOf(columns);
    computed = Map.copyOf(computed);
    declared = List.copyOf(declared);
  }

  /** A sub-query's or table function's columns, from {@code names} and {@code types}. */
  public static TableColumns derived(@Nullable String alias, List<String> names, List<Type> types) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(i, names.get(i), types.get(i), true));
    }
    return new TableColumns(alias, null, null, columns, Map.of());
  }

  public TableColumns with(List<Column> newColumns) {
    return new TableColumns(alias, database, table, newColumns, computed, declared);
  }

  public @Nullable Column find(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** How many leading parts of {@code path} name this table: 1, 2 or 0 for none. */
  public int qualifierLength(List<String> path) {
    String first = path.get(0);
    if (path.size() > 1 && (first.equals(alias) || first.equals(table))) {
      return 1;
    }
    boolean full = path.size() > 2 && first.equals(database) && path.get(1).equals(table);
    return full ? 2 : 0;
  }

  /** How errors call a column: {@code db.table.column} where it is a table's. */
  public String describe(Column column) {
    if (table != null && (alias == null || alias.equals(table))) {
      return database + "." + table + "." + column.name();
    }
    return alias == null ? column.name() : alias + "." + column.name();
  }
}
