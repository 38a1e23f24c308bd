// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints calls that are operators, or that look like no call for another reason. */
final class OperatorPrinter {
  private record Binary(String symbol, int level, int right) {
    Binary(String symbol, int level) {
      this(symbol, level, level + 1);
    }
  }

  private static final Map<String, Binary> BINARY =
      Map.ofEntries(
          Map.entry("isDistinctFrom", new Binary("IS DISTINCT FROM", Precedence.IS)),
          Map.entry("isNotDistinctFrom", new Binary("<=>", Precedence.COMPARE)),
          Map.entry("equals", new Binary("=", Precedence.COMPARE)),
          Map.entry("notEquals", new Binary("!=", Precedence.COMPARE)),
          Map.entry("less", new Binary("<", Precedence.COMPARE)),
          Map.entry("lessOrEquals", new Binary("<=", Precedence.COMPARE)),
          Map.entry("greater", new Binary(">", Precedence.COMPARE)),
          Map.entry("greaterOrEquals", new Binary(">=", Precedence.COMPARE)),
          Map.entry("like", new Binary("LIKE", Precedence.COMPARE)),
          Map.entry("ilike", new Binary("ILIKE", Precedence.COMPARE)),
          Map.entry("notLike", new Binary("NOT LIKE", Precedence.COMPARE)),
          Map.entry("notILike", new Binary("NOT ILIKE", Precedence.COMPARE)),
          Map.entry("in", new Binary("IN", Precedence.COMPARE)),
          Map.entry("notIn", new Binary("NOT IN", Precedence.COMPARE)),
          Map.entry("globalIn", new Binary("GLOBAL IN", Precedence.COMPARE)),
          Map.entry("globalNotIn", new Binary("GLOBAL NOT IN", Precedence.COMPARE)),
          Map.entry("plus", new Binary("+", Precedence.ADD)),
          Map.entry("minus", new Binary("-", Precedence.ADD)),
          Map.entry("multiply", new Binary("*", Precedence.MULTIPLY)),
          Map.entry("divide", new Binary("/", Precedence.MULTIPLY)),
          Map.entry("modulo", new Binary("%", Precedence.MULTIPLY)));

  private final SqlText text;
  private final ExprPrinter expressions;

  OperatorPrinter(SqlText text, ExprPrinter expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  /** How tightly the call binds as it is printed. */
  static int level(Call call) {
    if (!call.isPlain()) {
      return Precedence.SUBSCRIPT;
    }
    int count = call.arguments().size();
    Binary binary = count == 2 ? BINARY.get(call.name()) : null;
    if (binary != null) {
      return binary.level();
    }
    return switch (call.name()) {
      case "or" -> count > 1 ? Precedence.OR : Precedence.SUBSCRIPT;
      case "and" -> count > 1 ? Precedence.AND : Precedence.SUBSCRIPT;
      case "not" -> count == 1 ? Precedence.NOT : Precedence.SUBSCRIPT;
      case "isNull", "isNotNull" -> count == 1 ? Precedence.IS : Precedence.SUBSCRIPT;
      case "negate" -> count == 1 ? Precedence.NEGATE : Precedence.SUBSCRIPT;
      default -> interval(call) == null ? Precedence.SUBSCRIPT : Precedence.NEGATE + 1;
    };
  }

  /** Prints the call if it has a form of its own. */
  boolean print(Call call) {
    if (!call.isPlain()) {
      return false;
    }
    List<Expr> arguments = call.arguments();
    Binary binary = arguments.size() == 2 ? BINARY.get(call.name()) : null;
    if (binary != null) {
      expressions.operand(arguments.get(0), binary.level());
      text.add(" ").add(binary.symbol()).add(" ");
      right(arguments.get(1), binary.right());
      return true;
    }
    return switch (call.name()) {
      case "and" -> joined(arguments, " AND ", Precedence.AND + 1);
      case "or" -> joined(arguments, " OR ", Precedence.OR + 1);
      case "not" -> prefixed("NOT ", arguments, Precedence.NOT);
      case "negate" -> negated(arguments);
      case "isNull" -> suffixed(arguments, " IS NULL");
      case "isNotNull" -> suffixed(arguments, " IS NOT NULL");
      case "array" -> wrapped("[", arguments, "]");
      case "tuple" -> arguments.size() > 1 && wrapped("(", arguments, ")");
      case "arrayElement" -> subscript(arguments);
      case "tupleElement" -> element(arguments);
      case "exists" -> exists(arguments);
      case "CAST" -> arguments.size() == 2 && wrapped("CAST(", arguments, ")");
      default -> interval(call, arguments);
    };
  }

  /** A call of any, some or all behind a comparison would be a quantifier. */
  private void right(Expr right, int level) {
    String name = right instanceof Call call ? call.name().toLowerCase(Locale.ROOT) : "";
    boolean quantifier = name.equals("any") || name.equals("some") || name.equals("all");
    expressions.operand(right, quantifier ? Integer.MAX_VALUE : level);
  }

  private boolean joined(List<Expr> arguments, String operator, int level) {
    if (arguments.size() < 2) {
      return false;
    }
    String between = "";
    for (Expr argument : arguments) {
      text.add(between);
      expressions.operand(argument, level);
      between = operator;
    }
    return true;
  }

  private boolean prefixed(String operator, List<Expr> arguments, int level) {
    if (arguments.size() != 1) {
      return false;
    }
    text.add(operator);
    expressions.operand(arguments.get(0), level);
    return true;
  }

  /** A minus must not run into a number or another minus. */
  private boolean negated(List<Expr> arguments) {
    if (arguments.size() != 1) {
      return false;
    }
    Expr operand = arguments.get(0);
    boolean startsWithNumber = operand instanceof Call && !isFunction((Call) operand);
    return prefixed("-", arguments, startsWithNumber ? Integer.MAX_VALUE : Precedence.SUBSCRIPT);
  }

  private static boolean isFunction(Call call) {
    return switch (call.name()) {
      case "arrayElement", "tupleElement", "array", "tuple", "exists" -> false;
      default -> level(call) == Precedence.SUBSCRIPT;
    };
  }

  private boolean suffixed(List<Expr> arguments, String suffix) {
    if (arguments.size() != 1) {
      return false;
    }
    expressions.operand(arguments.get(0), Precedence.IS);
    text.add(suffix);
    return true;
  }

  private boolean wrapped(String open, List<Expr> arguments, String close) {
    text.add(open);
    expressions.elements(arguments);
    text.add(close);
    return true;
  }

  private boolean subscript(List<Expr> arguments) {
    if (arguments.size() != 2) {
      return false;
    }
    expressions.operand(arguments.get(0), Precedence.SUBSCRIPT);
    text.add("[");
    expressions.element(arguments.get(1));
    text.add("]");
    return true;
  }

  private boolean element(List<Expr> arguments) {
    boolean indexed =
        arguments.size() == 2
            && arguments.get(1) instanceof Literal.Number index
            && index.text().matches("[0-9]+");
    if (!indexed) {
      return false;
    }
    expressions.operand(arguments.get(0), Precedence.SUBSCRIPT);
    text.add(".");
    expressions.element(arguments.get(1));
    return true;
  }

  private boolean exists(List<Expr> arguments) {
    if (arguments.size() != 1 || !(arguments.get(0) instanceof Expr.Subquery query)) {
      return false;
    }
    text.add("EXISTS ");
    expressions.element(query);
    return true;
  }

  private boolean interval(Call call, List<Expr> arguments) {
    String unit = interval(call);
    if (unit == null) {
      return false;
    }
    text.add("INTERVAL ");
    expressions.element(arguments.get(0));
    text.add(" ").add(unit);
    return true;
  }

  /** The unit if the call is an interval of a constant number. */
  private static @Nullable String interval(Call call) {
    boolean constant =
        call.name().startsWith("toInterval")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Literal.Number;
    return constant ? unit(call.name()) : null;
  }

  private static @Nullable String unit(String function) {
    return switch (function) {
      case "toIntervalNanosecond" -> "NANOSECOND";
      case "toIntervalMicrosecond" -> "MICROSECOND";
      case "toIntervalMillisecond" -> "MILLISECOND";
      case "toIntervalSecond" -> "SECOND";
      case "toIntervalMinute" -> "MINUTE";
      case "toIntervalHour" -> "HOUR";
      case "toIntervalDay" -> "DAY";
      case "toIntervalWeek" -> "WEEK";
      case "toIntervalMonth" -> "MONTH";
      case "toIntervalQuarter" -> "QUARTER";
      case "toIntervalYear" -> "YEAR";
      default -> null;
    };
  }
}
