// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.print.SqlPrinter;

/** Queries and expressions as error messages show them. */
public final class ScopeText {

  private ScopeText() {}

  public static String of(Query query) {
    return SqlPrinter.print(query);
  }

  public static String of(Expr expression) {
    return SqlPrinter.print(expression);
  }
}
