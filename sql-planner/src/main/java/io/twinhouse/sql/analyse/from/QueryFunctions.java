// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Table functions that are queries themselves: view, merge as a union over tables, and remote as a
 * read of this very server.
 */
final class QueryFunctions {

  private final Scope scope;

  QueryFunctions(Scope scope) {
    this.scope = scope;
  }

  /** What {@code call} yields, or null if it is none of these functions. */
  @Nullable Relation bind(Call call) {
    return switch (call.name()) {
      case "view" -> view(call);
      case "merge" -> merge(call);
      case "remote" -> new LocalRemote(scope).bind(call);
      default -> null;
    };
  }

  private Relation view(Call call) {
    if (call.arguments().size() != 1
        || !(call.arguments().get(0) instanceof Expr.Subquery subquery)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "Table function 'view' requires a query argument.");
    }
    scope.context().countSubquery();
    return scope.context().analyse(subquery.query(), null);
  }

  /** The tables of a database whose names match, one after the other by name. */
  private Relation merge(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'merge' requires from 1 to 2 parameters: merge(['db_name',]"
              + " 'tables_regexp')");
    }
    ConstantTexts texts = new ConstantTexts(scope, "merge");
    String database =
        arguments.size() == 1 ? scope.context().database() : texts.of(arguments.get(0));
    String regexp = texts.of(arguments.get(arguments.size() - 1));
    scope.context().dependencies().refuseReuse();
    List<Query> tables = new ArrayList<>();
    List<String> columns = List.of();
    for (TableName table : matching(database, regexp)) {
      Select select = read(table);
      List<String> found = scope.context().analyse(select, null).names();
      if (!tables.isEmpty() && !found.equals(columns)) {
        throw Failures.notImplemented(
            "merge over tables with other columns (" + table + " has " + found + ")");
      }
      columns = found;
      tables.add(select);
    }
    if (tables.isEmpty()) {
      throw Failures.of(
          ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
          "There are no tables satisfied provided regexp, you must specify table structure");
    }
    Query query =
        tables.size() == 1
            ? tables.get(0)
            : new SetOperation(
                Position.NONE, SetOperation.Kind.UNION, SetOperation.Quantifier.ALL, tables);
    return scope.context().analyse(query, null);
  }

  private List<TableName> matching(String database, String regexp) {
    Access access = scope.context().access();
    try {
      Pattern pattern = Pattern.compile(regexp);
      boolean unseen = access != null && !scope.context().storage().databases().contains(database);
      return (unseen ? List.<TableName>of() : scope.context().storage().tables(database))
          .stream()
              .filter(name -> pattern.matcher(name.table()).find())
              .filter(name -> access == null || access.condition(name) != null)
              .sorted(Comparator.comparing(TableName::table))
              .toList();
    } catch (PatternSyntaxException e) {
      throw Failures.of(
          ErrorCode.CANNOT_COMPILE_REGEXP, "Cannot compile " + regexp + ": " + e.getDescription());
    }
  }

  private static Select read(TableName name) {
    ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
    FromItem.Table table =
        new FromItem.Table(
            Position.NONE,
            new FromItem.Named(Identifier.of(name.database(), name.table())),
            null,
            List.of(),
            false,
            null);
    return Select.builder()
        .projections(
            List.of(star, constant("_database", name.database()), constant("_table", name.table())))
        .from(table)
        .build();
  }

  private static Expr constant(String column, String value) {
    Expr text = new Literal.Text(Position.NONE, value);
    Call low = new Call(Position.NONE, "toLowCardinality", List.of(text));
    return new Expr.Aliased(Position.NONE, low, column);
  }
}
