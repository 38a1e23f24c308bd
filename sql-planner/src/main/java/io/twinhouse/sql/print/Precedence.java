// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;

/** How tightly an expression binds as it is printed. */
final class Precedence {
  static final int ALIAS = 0;
  static final int LAMBDA = 1;
  static final int CONDITIONAL = 2;
  static final int OR = 2;
  static final int AND = 3;
  static final int NOT = 4;
  static final int IS = 5;
  static final int BETWEEN = 6;
  static final int COMPARE = 7;
  static final int CONCAT = 8;
  static final int ADD = 9;
  static final int MULTIPLY = 10;
  static final int NEGATE = 12;

  /** What may have a subscript or a dot behind it. */
  static final int SUBSCRIPT = 14;

  private Precedence() {}

  static int of(Expr expression) {
    if (expression instanceof Expr.Aliased) {
      return ALIAS;
    }
    if (expression instanceof Expr.Lambda) {
      return LAMBDA;
    }
    if (expression instanceof Expr.Between) {
      return BETWEEN;
    }
    if (expression instanceof Literal.Number number && number.text().startsWith("-")) {
      return NEGATE;
    }
    if (expression instanceof Literal
        || expression instanceof Expr.Parameter
        || expression instanceof ColumnSet
        || (expression instanceof Identifier name && endsInBrace(name))) {
      return NEGATE + 1;
    }
    return expression instanceof Call call ? OperatorPrinter.level(call) : SUBSCRIPT;
  }

  private static boolean endsInBrace(Identifier name) {
    int last = name.parts().size() - 1;
    return name.parts().get(last).kind() == Identifier.PartKind.PARAMETER;
  }
}
