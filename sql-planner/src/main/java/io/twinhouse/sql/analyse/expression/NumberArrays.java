// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import java.util.List;

/** Arrays of number literals: with one Float64 among them all are, and are named like that. */
final class NumberArrays {

  private NumberArrays() {}

  /** The array with its integers as floats if it has a float, else as it is. */
  static List<Expr> unified(Call array) {
    return areNumbers(array) && hasFloat(array) ? asFloats(array) : array.arguments();
  }

  /** Whether it is an array in brackets of nothing but literals, which is a literal, too. */
  static boolean isLiteralArray(Expr expression) {
    return isArray(expression) && !expression.position().isCall() && isLiteral((Call) expression);
  }

  /** Whether nothing but literals is written in the brackets, those within them included. */
  private static boolean isLiteral(Call array) {
    return array.arguments().stream()
        .allMatch(element -> element instanceof Literal || isLiteralArray(element));
  }

  private static boolean isArray(Expr expression) {
    return expression instanceof Call call && call.name().equals("array");
  }

  private static boolean areNumbers(Call array) {
    return array.arguments().stream()
        .allMatch(
            element ->
                element instanceof Literal && !(element instanceof Literal.Text)
                    || isArray(element) && areNumbers((Call) element));
  }

  private static boolean hasFloat(Call array) {
    return array.arguments().stream()
        .anyMatch(
            element ->
                element instanceof Literal.Number number
                    ? !number.isInteger()
                    : isArray(element) && hasFloat((Call) element));
  }

  private static List<Expr> asFloats(Call array) {
    return array.arguments().stream().map(NumberArrays::asFloat).toList();
  }

  private static Expr asFloat(Expr element) {
    if (element instanceof Literal.Number number && number.isInteger()) {
      return new Literal.Number(number.position(), number.integerValue() + ".");
    }
    if (element instanceof Literal.Bool bool) {
      return new Literal.Number(bool.position(), bool.value() ? "1." : "0.");
    }
    return isArray(element)
        ? new Call(element.position(), "array", asFloats((Call) element))
        : element;
  }
}
