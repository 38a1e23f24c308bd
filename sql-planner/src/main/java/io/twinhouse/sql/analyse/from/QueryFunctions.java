// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import java.util.List;
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
    String regexp = texts.of(arguments.get(arguments.size() - 1));
    scope.context().dependencies().refuseReuse();
    MergedTables merged = new MergedTables(scope.context());
    List<String> databases =
        arguments.size() == 1
            ? List.of(scope.context().database())
            : merged.databases(arguments.get(0), texts::of);
    List<TableName> tables = merged.matching(databases, regexp);
    if (tables.isEmpty()) {
      throw Failures.of(
          ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
          "There are no tables satisfied provided regexp, you must specify table structure");
    }
    return merged.read(tables, null);
  }
}
