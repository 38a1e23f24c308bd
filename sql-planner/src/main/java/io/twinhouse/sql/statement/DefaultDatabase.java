// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the database to the tables of a query that is kept: a view means the tables of the
 * database in which it was made, whoever reads it from wherever.
 *
 * <p>As on the server a name on the right of IN is a table's too, even if a column has that name;
 * only names of WITH are not.
 */
public final class DefaultDatabase {

  private final String database;

  private DefaultDatabase(String database) {
    this.database = database;
  }

  /** The query with {@code database} before every table that has none. */
  public static Query qualify(Query query, String database) {
    return (Query) new DefaultDatabase(database).part(query, new Names(Set.of(), Set.of()));
  }

  /** The expression with {@code database} before every table of its queries that has none. */
  public static Expr qualify(Expr expression, String database) {
    return (Expr) new DefaultDatabase(database).part(expression, new Names(Set.of(), Set.of()));
  }

  /** Whether an expression reads tables. */
  public static boolean reads(Expr expression) {
    boolean[] found = new boolean[1];
    TreeParts.visit(
        expression,
        part ->
            found[0] |=
                part instanceof Query
                    || part instanceof Call call
                        && isIn(call)
                        && call.arguments().get(1) instanceof Identifier);
    return found[0];
  }

  /**
   * What WITH names.
   *
   * @param queries {@code name AS (query)}, which FROM and IN see
   * @param values {@code expression AS name}, which only IN sees
   */
  private record Names(Set<String> queries, Set<String> values) {
    Names with(WithItem item) {
      if (item instanceof WithItem.Named named) {
        return new Names(plus(queries, named.name()), values);
      }
      if (item instanceof WithItem.Expression value
          && value.expression() instanceof Expr.Aliased aliased) {
        return new Names(queries, plus(values, aliased.alias()));
      }
      return this;
    }

    private static Set<String> plus(Set<String> names, String name) {
      Set<String> more = new HashSet<>(names);
      more.add(name);
      return more;
    }
  }

  private Object part(Object part, Names names) {
    if (part instanceof Select select) {
      return select(select, names);
    }
    if (part instanceof SetOperation operation) {
      return operation(operation, names);
    }
    if (part instanceof FromItem.Named table) {
      return isTable(table.name(), names.queries())
          ? new FromItem.Named(qualified(table.name()))
          : part;
    }
    if (part instanceof Call call && isIn(call)) {
      return in(call, names);
    }
    return within(part, names);
  }

  /** The parts of a tree's node, of whatever kind. */
  private Object within(Object part, Names names) {
    if (part instanceof List<?> many) {
      List<Object> changed = new ArrayList<>(many.size());
      many.forEach(one -> changed.add(part(one, names)));
      return changed;
    }
    return part instanceof Record record
        ? TreeParts.rebuild(record, component -> component == null ? null : part(component, names))
        : part;
  }

  /** A query of WITH is seen by those behind it, and by itself only if it is recursive. */
  private Query select(Select select, Names outer) {
    Names names = outer;
    List<WithItem> with = new ArrayList<>();
    for (WithItem item : select.with()) {
      Names after = names.with(item);
      with.add((WithItem) within(item, select.recursive() ? after : names));
      names = after;
    }
    Select rest = select.toBuilder().with(List.of(), false).build();
    return ((Select) within(rest, names)).toBuilder().with(with, select.recursive()).build();
  }

  /** The first query's WITH holds for all. */
  private Query operation(SetOperation operation, Names outer) {
    Names names = outer;
    Query first = operation.operands().get(0);
    while (first instanceof SetOperation nested) {
      first = nested.operands().get(0);
    }
    for (WithItem item : ((Select) first).with()) {
      names = names.with(item);
    }
    List<Query> operands = new ArrayList<>();
    for (Query operand : operation.operands()) {
      operands.add((Query) part(operand, operands.isEmpty() ? outer : names));
    }
    return new SetOperation(
        operation.position(), operation.kind(), operation.quantifier(), operands);
  }

  private static boolean isIn(Call call) {
    return call.arguments().size() == 2
        && switch (call.name()) {
          case "in", "notIn", "globalIn", "globalNotIn" -> true;
          default -> false;
        };
  }

  private Expr in(Call call, Names names) {
    Call inner = (Call) within(call, names);
    Expr right = inner.arguments().get(1);
    boolean table =
        right instanceof Identifier name
            && isTable(name, names.queries())
            && !names.values().contains(name.last());
    return table
        ? inner.withArguments(List.of(inner.arguments().get(0), qualified((Identifier) right)))
        : inner;
  }

  private static boolean isTable(Identifier name, Set<String> queries) {
    return name.isSimple() && !queries.contains(name.last());
  }

  private Identifier qualified(Identifier name) {
    return new Identifier(
        name.position(), List.of(Identifier.of(database).parts().get(0), name.parts().get(0)));
  }
}
