// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.BodyAliases;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.TreeParts;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that users make of expressions. */
public final class UserFunctions {

  /** What the language itself understands as calls, beside what is in the registry. */
  private static final Set<String> FORMS =
      Set.of(
          "in",
          "notIn",
          "globalIn",
          "globalNotIn",
          "nullIn",
          "notNullIn",
          "globalNullIn",
          "globalNotNullIn",
          "caseWithExpression",
          "arrayJoin",
          "exists",
          "grouping",
          "untuple",
          "row_number",
          "rank",
          "dense_rank",
          "percent_rank",
          "cume_dist",
          "ntile",
          "nth_value",
          "lag",
          "lead",
          "lagInFrame",
          "leadInFrame");

  private UserFunctions() {}

  /** Finds the lambda behind a name, null for none. */
  public static Function<String, Expr.@Nullable Lambda> of(PlanningContext context) {
    return name -> find(context, name);
  }

  /** The lambda behind a name; null for none. */
  public static Expr.@Nullable Lambda find(PlanningContext context, String name) {
    String text = context.functions().find(name).orElse(null);
    return text == null
        ? null
        : BodyAliases.writtenOut((Expr.Lambda) SqlParser.parseExpression(text));
  }

  /** CREATE FUNCTION. */
  public static Statement create(Create.Function statement) {
    String name = statement.name();
    if (isStandard(name)) {
      throw new TwinhouseException(
          ErrorCode.FUNCTION_ALREADY_EXISTS, "The function '" + name + "' already exists");
    }
    if (!(statement.body() instanceof Expr.Lambda lambda)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Expected function, got: " + SqlPrinter.print(statement.body()));
    }
    Set<String> parameters = new HashSet<>();
    for (String parameter : lambda.parameters()) {
      if (!parameters.add(parameter)) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Identifier " + parameter + " already used as function parameter");
      }
    }
    TreeParts.visit(
        lambda,
        part -> {
          refuseUnseen(part, parameters);
          if (part instanceof Expr.Parameter parameter) {
            throw Failures.notImplemented(
                "The query parameter " + parameter.name() + " within a user's function");
          }
          if (part instanceof Call call && call.name().equals(name)) {
            throw new TwinhouseException(
                ErrorCode.CANNOT_CREATE_RECURSIVE_FUNCTION, "You cannot create recursive function");
          }
        });
    BodyAliases.writtenOut(lambda); // refuses what it can not
    return new Statement.CreateFunction(
        name,
        SqlPrinter.print(lambda),
        statement.mode() == Create.Mode.CREATE_IF_NOT_EXISTS,
        statement.mode() == Create.Mode.CREATE_OR_REPLACE);
  }

  /** DROP FUNCTION. */
  public static Statement drop(Drop statement) {
    Identifier name = statement.names().get(0);
    if (statement.names().size() > 1 || !name.isSimple()) {
      throw Failures.notImplemented("DROP FUNCTION of several, or of one in a database");
    }
    if (isStandard(name.last())) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_DROP_FUNCTION, "Cannot drop system function '" + name.last() + "'");
    }
    return new Statement.DropFunction(name.last(), statement.ifExists());
  }

  /** Where a body is put into a query, its names must not mean what the query calls so. */
  private static void refuseUnseen(Object part, Set<String> parameters) {
    if (part instanceof ColumnSet) {
      throw Failures.notImplemented("A set of columns within a user's function");
    }
    if (part instanceof Query query) {
      TreeParts.visit(
          query,
          inner -> {
            if (inner instanceof Identifier id && parameters.contains(id.parts().get(0).text())) {
              throw Failures.notImplemented("A parameter within a sub-query of a user's function");
            }
          });
    }
  }

  private static boolean isStandard(String name) {
    FunctionRegistry registry = FunctionRegistry.standard();
    return FORMS.contains(name)
        || registry.scalar(name).isPresent()
        || registry.aggregate(name).isPresent();
  }
}
