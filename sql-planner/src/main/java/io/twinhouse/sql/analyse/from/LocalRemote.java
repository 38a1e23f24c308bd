// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
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
import io.twinhouse.sql.ast.Select;
import java.util.List;
import java.util.Set;

/**
 * {@code remote('127.0.0.1', db.table)}: a read of a table of this very server. Any other address,
 * and users of one, are refused: nothing is asked over the network.
 */
final class LocalRemote {

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");

  private final Scope scope;
  private final ConstantTexts texts;

  LocalRemote(Scope scope) {
    this.scope = scope;
    this.texts = new ConstantTexts(scope, "remote");
  }

  Relation bind(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.isEmpty()) {
      throw withoutTable();
    }
    String address = texts.of(arguments.get(0));
    if (!HERE.contains(address)) {
      throw Failures.notImplemented("Table function remote with another server's address");
    }
    FromItem.Table table =
        new FromItem.Table(Position.NONE, source(arguments), null, List.of(), false, null);
    ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
    Select select = Select.builder().projections(List.of(star)).from(table).build();
    return scope.context().analyse(select, null);
  }

  private FromItem.Source source(List<Expr> arguments) {
    if (arguments.size() == 1) {
      return named("system", "one");
    }
    Expr first = arguments.get(1);
    if (first instanceof Call call && arguments.size() == 2 && isTableFunction(call)) {
      return new FromItem.Function(call, List.of());
    }
    if (first instanceof Identifier name && name.parts().size() == 2) {
      requireLength(arguments, 2);
      return named(name.parts().get(0).text(), name.last());
    }
    if (first instanceof Literal.Text && texts.of(first).contains(".")) {
      requireLength(arguments, 2);
      String whole = texts.of(first);
      int dot = whole.indexOf('.');
      return named(whole.substring(0, dot), whole.substring(dot + 1));
    }
    if (arguments.size() < 3) {
      throw withoutTable();
    }
    requireLength(arguments, 3);
    return named(texts.of(first), texts.of(arguments.get(2)));
  }

  private static boolean isTableFunction(Call call) {
    return Set.of("numbers", "zeros", "generateSeries", "generate_series", "values")
        .contains(call.name());
  }

  private static void requireLength(List<Expr> arguments, int length) {
    if (arguments.size() > length) {
      throw Failures.notImplemented("Table function remote with a user or a sharding key");
    }
  }

  private static FromItem.Named named(String database, String table) {
    return new FromItem.Named(Identifier.of(database, table));
  }

  private static RuntimeException withoutTable() {
    return Failures.of(
        ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
        "Table name was not found in function arguments. Table function 'remote' requires from 1"
            + " to 6 parameters: <addresses pattern> [, <name of remote database>, <name of remote"
            + " table>] [, username[, password], sharding_key].");
  }
}
