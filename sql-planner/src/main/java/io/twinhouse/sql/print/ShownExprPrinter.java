// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints expressions as the server shows them: brackets that were written stay, an operator within
 * an operator has some whatever binds more tightly, and what was written as a call is no operator.
 */
final class ShownExprPrinter implements ExprVisitor<Void> {

  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("multiply", " * "),
          Map.entry("divide", " / "),
          Map.entry("modulo", " % "),
          Map.entry("plus", " + "),
          Map.entry("minus", " - "),
          Map.entry("notEquals", " != "),
          Map.entry("lessOrEquals", " <= "),
          Map.entry("greaterOrEquals", " >= "),
          Map.entry("less", " < "),
          Map.entry("greater", " > "),
          Map.entry("equals", " = "),
          Map.entry("isDistinctFrom", " IS DISTINCT FROM "),
          Map.entry("isNotDistinctFrom", " <=> "),
          Map.entry("like", " LIKE "),
          Map.entry("ilike", " ILIKE "),
          Map.entry("notLike", " NOT LIKE "),
          Map.entry("notILike", " NOT ILIKE "),
          Map.entry("in", " IN "),
          Map.entry("notIn", " NOT IN "),
          Map.entry("globalIn", " GLOBAL IN "),
          Map.entry("globalNotIn", " GLOBAL NOT IN "));

  private final SqlText text;
  private final ExprPrinter parts;
  private boolean operand;
  private int index;

  /**
   * @param parts prints what has no operators in it
   */
  ShownExprPrinter(SqlText text, ExprPrinter parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * @param isOperand whether an operator stands around it
   * @param position among its siblings, from 0
   */
  void write(Expr expression, boolean isOperand, int position) {
    boolean brackets = expression.position().isInBrackets();
    text.add(brackets ? "(" : "");
    bare(expression, isOperand && !brackets, brackets ? 0 : position);
    text.add(brackets ? ")" : "");
  }

  /** A lambda of APPLY, which stands where its columns do. */
  void applied(Expr lambda) {
    write(lambda, false, index);
  }

  /** The expression without brackets of its own. */
  private void bare(Expr expression, boolean isOperand, int position) {
    boolean outerOperand = operand;
    int outerIndex = index;
    operand = isOperand;
    index = position;
    expression.accept(this);
    operand = outerOperand;
    index = outerIndex;
  }

  void elements(List<? extends Expr> elements) {
    for (int i = 0; i < elements.size(); i++) {
      text.add(i == 0 ? "" : ", ");
      write(elements.get(i), false, i);
    }
  }

  /** Arguments of a call: IN among several of them is in brackets. */
  void arguments(List<? extends Expr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      text.add(i == 0 ? "" : ", ");
      Expr argument = arguments.get(i);
      Expr bare = argument instanceof Expr.Aliased aliased ? aliased.expression() : argument;
      boolean membership = arguments.size() > 1 && isMembership(bare);
      if (membership && !bare.position().isInBrackets()) {
        text.add("(");
        bare(bare, false, 0);
        text.add(")");
        if (argument instanceof Expr.Aliased aliased) {
          text.add(" AS ").name(aliased.alias());
        }
      } else {
        write(argument, false, i);
      }
    }
  }

  private static boolean isMembership(Expr expression) {
    return expression instanceof Call call
        && !call.position().isCall()
        && call.arguments().size() == 2
        && isMembership(call.name());
  }

  private static boolean isMembership(String function) {
    return switch (function) {
      case "in", "notIn", "globalIn", "globalNotIn" -> true;
      default -> false;
    };
  }

  @Override
  public Void number(Literal.Number number) {
    text.add(NumberText.shown(number));
    return null;
  }

  @Override
  public Void text(Literal.Text string) {
    text.string(string.value());
    return null;
  }

  @Override
  public Void nullLiteral(Literal.Null nullLiteral) {
    text.add("NULL");
    return null;
  }

  @Override
  public Void bool(Literal.Bool bool) {
    text.add(bool.value() ? "true" : "false");
    return null;
  }

  @Override
  public Void identifier(Identifier identifier) {
    return parts.identifier(identifier);
  }

  @Override
  public Void columnSet(ColumnSet columns) {
    return parts.columnSet(columns);
  }

  @Override
  public Void subquery(Expr.Subquery subquery) {
    return parts.subquery(subquery);
  }

  @Override
  public Void parameter(Expr.Parameter parameter) {
    return parts.parameter(parameter);
  }

  @Override
  public Void aliased(Expr.Aliased aliased) {
    if (operand) {
      text.add("(");
      bare(aliased.expression(), false, 0);
    } else {
      write(aliased.expression(), false, index);
    }
    text.add(" AS ").name(aliased.alias()).add(operand ? ")" : "");
    return null;
  }

  @Override
  public Void between(Expr.Between between) {
    return call(comparisons(between));
  }

  /** What the server makes of BETWEEN. */
  static Call comparisons(Expr.Between between) {
    Position at = between.position();
    String low = between.negated() ? "less" : "greaterOrEquals";
    String high = between.negated() ? "greater" : "lessOrEquals";
    Call first = new Call(at, low, List.of(between.value(), between.low()));
    Call second = new Call(at, high, List.of(between.value(), between.high()));
    return new Call(at, between.negated() ? "or" : "and", List.of(first, second));
  }

  @Override
  public Void lambda(Expr.Lambda lambda) {
    if (lambda.position().isCall()) {
      text.add("lambda(tuple(").list(lambda.parameters(), text::name).add("), ");
      write(lambda.body(), false, 1);
      text.add(")");
      return null;
    }
    boolean brackets = operand || index > 0;
    boolean one = lambda.parameters().size() == 1;
    text.add(brackets ? "(" : "").add(one ? "" : "(");
    text.list(lambda.parameters(), text::name);
    text.add(one ? " -> " : ") -> ");
    write(lambda.body(), true, 0);
    text.add(brackets ? ")" : "");
    return null;
  }

  @Override
  public Void call(Call call) {
    boolean operator =
        !call.position().isCall()
            && call.parameters().isEmpty()
            && call.nulls() == Call.NullTreatment.DEFAULT
            && (isPrefix(call) || isSuffix(call) || isBinary(call) || isForm(call));
    if (operator) {
      parts.over(call);
    } else {
      parts.function(call);
    }
    return null;
  }

  private boolean isPrefix(Call call) {
    if (call.arguments().size() != 1) {
      return false;
    }
    boolean negate = call.name().equalsIgnoreCase("negate");
    if (!negate && !call.name().equalsIgnoreCase("not")) {
      return false;
    }
    Expr argument = call.arguments().get(0);
    boolean inner =
        negate
            ? argument instanceof Literal || (isCall(argument, "negate") && isOperator(argument))
            : argument instanceof Expr.Subquery;
    boolean outer = operand && !inner;
    text.add(outer ? "(" : "").add(negate ? "-" : "NOT ");
    if (inner) {
      text.add("(");
      bare(argument, false, 0);
      text.add(")");
    } else {
      write(argument, true, 0);
    }
    text.add(outer ? ")" : "");
    return true;
  }

  private static boolean isOperator(Expr expression) {
    return !expression.position().isCall();
  }

  private boolean isSuffix(Call call) {
    String suffix =
        switch (call.name().toLowerCase(Locale.ROOT)) {
          case "isnull" -> " IS NULL";
          case "isnotnull" -> " IS NOT NULL";
          default -> "";
        };
    if (suffix.isEmpty() || call.arguments().size() != 1) {
      return false;
    }
    bracketed(
        () -> {
          write(call.arguments().get(0), true, 0);
          text.add(suffix);
        });
    return true;
  }

  /** In brackets where an operator stands around it. */
  private void bracketed(Runnable print) {
    boolean brackets = operand;
    text.add(brackets ? "(" : "");
    print.run();
    text.add(brackets ? ")" : "");
  }

  private boolean isBinary(Call call) {
    String symbol = BINARY.get(call.name());
    int count = call.arguments().size();
    boolean chain = count > 1 && (call.name().equals("and") || call.name().equals("or"));
    if (chain) {
      bracketed(() -> chain(call, " " + call.name().toUpperCase(Locale.ROOT) + " "));
    } else if (symbol != null && count == 2) {
      bracketed(
          () -> {
            write(call.arguments().get(0), true, 0);
            text.add(symbol);
            right(call, call.arguments().get(1));
          });
    }
    return chain || (symbol != null && count == 2);
  }

  private void chain(Call call, String operator) {
    String between = "";
    for (Expr argument : call.arguments()) {
      text.add(between);
      write(argument, true, 0);
      between = operator;
    }
  }

  /** The server writes a single value or a table behind IN as it does several. */
  private void right(Call call, Expr right) {
    Expr bare = right instanceof Expr.Aliased aliased ? aliased.expression() : right;
    boolean single =
        isMembership(call.name()) && !(bare instanceof Call) && !(bare instanceof Expr.Subquery);
    if (single) {
      text.add("(");
      bare(bare, false, 0);
      text.add(right instanceof Expr.Aliased aliased ? " AS " + Names.shown(aliased.alias()) : "");
      text.add(")");
    } else {
      write(right, true, 0);
    }
  }

  private boolean isForm(Call call) {
    List<Expr> arguments = call.arguments();
    int count = arguments.size();
    switch (call.name()) {
      case "arrayElement" -> {
        if (count == 2) {
          bracketed(() -> subscript(arguments));
          return true;
        }
      }
      case "tupleElement" -> {
        if (count == 2 && isIndexed(arguments.get(0), arguments.get(1))) {
          bracketed(() -> element(arguments));
          return true;
        }
      }
      case "array" -> {
        text.add("[");
        list(call);
        text.add("]");
        return true;
      }
      case "tuple" -> {
        if (count > 1) {
          text.add("(");
          list(call);
          text.add(")");
          return true;
        }
      }
      default -> {}
    }
    return false;
  }

  /** Elements, without the brackets of their own if all of them are constants. */
  private void list(Call call) {
    if (!isConstant(call)) {
      elements(call.arguments());
      return;
    }
    String comma = "";
    for (Expr element : call.arguments()) {
      text.add(comma);
      bare(element, false, 0);
      comma = ", ";
    }
  }

  private static boolean isConstant(Expr expression) {
    return expression instanceof Literal
        || (expression instanceof Call call
            && isList(call)
            && isOperator(call)
            && call.arguments().stream().allMatch(ShownExprPrinter::isConstant));
  }

  private void subscript(List<Expr> arguments) {
    write(arguments.get(0), true, 0);
    text.add("[");
    write(arguments.get(1), false, 0);
    text.add("]");
  }

  private void element(List<Expr> arguments) {
    Expr tuple = arguments.get(0);
    boolean brackets =
        !tuple.position().isInBrackets()
            && (tuple instanceof Expr.Subquery || (tuple instanceof Call call && !isList(call)));
    if (brackets) {
      text.add("(");
      bare(tuple, false, 0);
      text.add(")");
    } else {
      write(tuple, true, 0);
    }
    text.add(".");
    write(arguments.get(1), false, 0);
  }

  /** Whether it may be written with a dot and a number. */
  private static boolean isIndexed(Expr tuple, Expr index) {
    return !(tuple instanceof Literal)
        && !(tuple instanceof ColumnSet)
        && index instanceof Literal.Number number
        && number.isInteger()
        && number.integerValue().signum() >= 0;
  }

  private static boolean isList(Call call) {
    return call.name().equals("tuple") || call.name().equals("array");
  }

  private static boolean isCall(Expr expression, String name) {
    return expression instanceof Call call && call.name().equals(name);
  }
}
