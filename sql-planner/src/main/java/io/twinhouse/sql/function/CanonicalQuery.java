// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.function;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.JoinKind;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SetOperation.Kind;
import io.twinhouse.sql.ast.SetOperation.Quantifier;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.TreeParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A query as EXPLAIN SYNTAX shows it: operators are calls, constants that are lists say their type,
 * and what is implied is said.
 */
public final class CanonicalQuery {

  private final Function<Expr, Type> types;

  private CanonicalQuery(Function<Expr, Type> types) {
    this.types = types;
  }

  /**
   * The text of a query.
   *
   * @param types says the type of a constant
   * @param lines whether on several lines
   * @throws TwinhouseException NOT_IMPLEMENTED for what the server is known to show otherwise
   */
  public static String text(Query query, Function<Expr, Type> types, boolean lines) {
    return SqlPrinter.canonical((Query) new CanonicalQuery(types).part(query), lines);
  }

  private Object part(Object part) {
    if (part instanceof Select select) {
      return select(select);
    }
    if (part instanceof SetOperation operation) {
      return operation(operation);
    }
    if (part instanceof FromItem.Join join) {
      return join(join);
    }
    if (part instanceof FromItem.Table table && !table.columns().isEmpty()) {
      throw refusal("names for the columns of a table");
    }
    if (part instanceof FromItem.Function function) {
      return new FromItem.Function(tableFunction(function.call()), function.settings());
    }
    if (part instanceof ColumnSet.Apply) {
      throw refusal("APPLY");
    }
    return part instanceof Expr expression ? expression(expression, true) : within(part);
  }

  private Object within(Object part) {
    if (part instanceof List<?> many) {
      List<Object> changed = new ArrayList<>(many.size());
      many.forEach(one -> changed.add(part(one)));
      return changed;
    }
    return part instanceof Record record
        ? TreeParts.rebuild(record, inner -> inner == null ? null : part(inner))
        : part;
  }

  private Select select(Select select) {
    Select from = select;
    if (select.from() == null) {
      Identifier one =
          new Identifier(
              Position.NONE,
              List.of(Identifier.of("system").parts().get(0), Identifier.of("one").parts().get(0)));
      FromItem table =
          new FromItem.Table(Position.NONE, new FromItem.Named(one), null, List.of(), false, null);
      from = select.toBuilder().from(table).build();
    }
    return (Select) within(from);
  }

  private SetOperation operation(SetOperation operation) {
    for (Query operand : operation.operands()) {
      if (operand instanceof SetOperation inner && !inner.position().isInBrackets()) {
        throw refusal("operations on sets of several kinds in a row");
      }
    }
    Quantifier quantifier = operation.quantifier();
    if (quantifier == Quantifier.DEFAULT) {
      if (operation.kind() == Kind.UNION) {
        throw new TwinhouseException(
            ErrorCode.EXPECTED_ALL_OR_DISTINCT,
            "Expected ALL or DISTINCT in SelectWithUnion query, because setting"
                + " (union_default_mode) is empty");
      }
      quantifier = Quantifier.ALL;
    }
    List<Query> operands = operation.operands().stream().map(o -> (Query) part(o)).toList();
    return new SetOperation(operation.position(), operation.kind(), quantifier, operands);
  }

  private Call tableFunction(Call call) {
    for (Expr argument : call.arguments()) {
      boolean shown =
          argument instanceof Call inner && (inner.name().equals("equals") || isList(inner));
      if (shown || argument instanceof Literal.Null) {
        throw refusal("such arguments of a table function");
      }
    }
    return call.withArguments(call.arguments().stream().map(a -> expression(a, false)).toList());
  }

  private FromItem.Join join(FromItem.Join join) {
    boolean bare = join.kind() == JoinKind.CROSS || join.kind() == JoinKind.COMMA;
    FromItem.Join inner = (FromItem.Join) within(join);
    return join.strictness() != null || bare
        ? inner
        : new FromItem.Join(
            inner.position(),
            inner.left(),
            inner.right(),
            inner.locality(),
            inner.kind(),
            FromItem.Strictness.ALL,
            inner.condition());
  }

  /**
   * @param top whether it is no argument: there brackets around names and constants are shown
   */
  private Expr expression(Expr expression, boolean top) {
    boolean brackets = expression.position().isInBrackets();
    if (expression instanceof Call call) {
      return call(call);
    }
    if (expression instanceof Literal.Null) {
      return typed(expression);
    }
    if (expression instanceof Expr.Between between) {
      return call(comparisons(between));
    }
    if (expression instanceof Expr.Lambda lambda) {
      return new Expr.Lambda(
          Position.NONE.asCall(), lambda.parameters(), expression(lambda.body(), false));
    }
    if (expression instanceof Expr.Aliased aliased) {
      return aliased(aliased, top);
    }
    if (expression instanceof Expr.Parameter) {
      throw refusal("query parameters");
    }
    if (top && brackets && !isAtom(expression)) {
      throw refusal("brackets around " + SqlPrinter.print(expression));
    }
    return (Expr) within(top ? expression : bare(expression));
  }

  private static boolean isAtom(Expr expression) {
    return expression instanceof Identifier || expression instanceof Literal;
  }

  /** What has a name keeps its brackets. */
  private Expr aliased(Expr.Aliased aliased, boolean top) {
    if (top && aliased.position().isInBrackets()) {
      throw refusal("brackets around an expression and its alias");
    }
    Expr value = expression(aliased.expression(), top);
    boolean brackets = aliased.expression().position().isInBrackets();
    if (brackets && value instanceof Call call) {
      value =
          new Call(
              Position.NONE.asCall().inBrackets(),
              call.name(),
              call.parameters(),
              call.arguments(),
              call.nulls(),
              call.over());
    }
    return new Expr.Aliased(Position.NONE, value, aliased.alias());
  }

  private static Call comparisons(Expr.Between between) {
    Expr value = between.value();
    boolean not = between.negated();
    return Call.of(
        not ? "or" : "and",
        Call.of(not ? "less" : "greaterOrEquals", value, between.low()),
        Call.of(not ? "greater" : "lessOrEquals", value, between.high()));
  }

  private Expr call(Call call) {
    if (isList(call) && isConstant(call)) {
      return typed(call);
    }
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr argument = call.arguments().get(i);
      boolean set = i == 1 && isMembership(call.name());
      arguments.add(set ? set(argument) : expression(argument, false));
    }
    Window over = call.over() == null ? null : (Window) part(call.over());
    return new Call(
        Position.NONE.asCall(), call.name(), call.parameters(), arguments, call.nulls(), over);
  }

  /** What stands at the right of IN is a set, even where it looks like a constant. */
  private Expr set(Expr right) {
    boolean values = right instanceof Call list && list.name().equals("tuple") && isConstant(list);
    return values || right instanceof Literal ? bare(right) : expression(right, false);
  }

  /** The same without brackets around it. */
  private static Expr bare(Expr expression) {
    return (Expr)
        TreeParts.rebuild(
            (Record) expression, part -> part instanceof Position at ? at.start() : part);
  }

  private static boolean isMembership(String function) {
    return switch (function) {
      case "in", "notIn", "globalIn", "globalNotIn" -> true;
      default -> false;
    };
  }

  private Expr typed(Expr constant) {
    requireOneKind(constant);
    return new Call(
        Position.NONE.asCall(),
        "_CAST",
        List.of(plain(constant), new Literal.Text(Position.NONE, typeOf(constant).name())));
  }

  private Type typeOf(Expr constant) {
    try {
      return types.apply(constant);
    } catch (TwinhouseException e) {
      throw refusal("a list whose values have no common type");
    }
  }

  /** Numbers of several kinds in an array are shown as those of the kind they share. */
  private static void requireOneKind(Expr constant) {
    if (constant instanceof Call list) {
      boolean array = list.name().equals("array");
      long whole = list.arguments().stream().filter(CanonicalQuery::isWhole).count();
      long numbers = list.arguments().stream().filter(Literal.Number.class::isInstance).count();
      if (array && whole != 0 && whole != numbers) {
        throw refusal("an array of whole and other numbers");
      }
      list.arguments().forEach(CanonicalQuery::requireOneKind);
    }
  }

  private static boolean isWhole(Expr expression) {
    return expression instanceof Literal.Number number && number.isInteger();
  }

  /** The constant without brackets around it. */
  private static Expr plain(Expr constant) {
    return constant instanceof Call list
        ? new Call(Position.NONE, list.name(), list.arguments())
        : new Literal.Null(Position.NONE);
  }

  /** Whether it is written with the brackets of a list. */
  private static boolean isList(Call call) {
    boolean named = call.name().equals("tuple") || call.name().equals("array");
    boolean empty = call.name().equals("tuple") && call.arguments().isEmpty();
    return named && !empty && !call.position().isCall();
  }

  /** Whether all within is: lists of a kind of their own only in lists of that kind. */
  private static boolean isConstant(Expr expression) {
    return expression instanceof Literal
        || (expression instanceof Call call
            && isList(call)
            && call.arguments().stream().allMatch(CanonicalQuery::isConstant)
            && !mixes(call));
  }

  private static boolean mixes(Call list) {
    return list.arguments().stream()
        .anyMatch(e -> e instanceof Call inner && !inner.name().equals(list.name()));
  }

  private static TwinhouseException refusal(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "EXPLAIN SYNTAX of " + what + " is not supported; use formatQuery");
  }
}
