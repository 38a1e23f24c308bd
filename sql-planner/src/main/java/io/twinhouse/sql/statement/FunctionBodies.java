// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bodies of users' functions in place of their calls: what is kept of a table or a view
 * means what they meant when it was made, even if they are dropped.
 */
public final class FunctionBodies {

  /** How large a query may grow by the functions in it. */
  public static final int MOST_PARTS = 500_000;

  private static final int MAX_DEPTH = 100;

  private final Function<String, Expr.@Nullable Lambda> functions;
  private int parts;

  private FunctionBodies(Function<String, Expr.@Nullable Lambda> functions) {
    this.functions = functions;
  }

  /** The tree without calls of {@code functions}, which yields null for other names. */
  @SuppressWarnings("unchecked")
  public static <T extends Record> T inline(
      T tree, Function<String, Expr.@Nullable Lambda> functions) {
    return (T) new FunctionBodies(functions).part(tree, 0);
  }

  /** The refusal of what functions within functions have made too large. */
  public static TwinhouseException tooBig() {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Query tree is too big. Maximum: " + MOST_PARTS);
  }

  private Object part(Object part, int depth) {
    if (++parts > MOST_PARTS) {
      throw tooBig();
    }
    if (part instanceof Call call && call.isPlain()) {
      Expr.Lambda lambda = functions.apply(call.name());
      if (lambda != null) {
        return part(body(lambda, call, depth), depth + 1);
      }
    }
    return within(part, inner -> part(inner, depth));
  }

  private static Expr body(Expr.Lambda lambda, Call call, int depth) {
    if (depth > MAX_DEPTH) {
      throw new TwinhouseException(
          ErrorCode.UNSUPPORTED_METHOD, "Functions call each other without end: " + call.name());
    }
    checkArguments(lambda, call.arguments().size());
    Map<String, Expr> values = new HashMap<>();
    for (int i = 0; i < lambda.parameters().size(); i++) {
      values.put(lambda.parameters().get(i), call.arguments().get(i));
    }
    return (Expr) replaced(lambda.body(), values);
  }

  /**
   * Refuses a call with more or less arguments than the function takes.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public static void checkArguments(Expr.Lambda lambda, int arguments) {
    if (lambda.parameters().size() != arguments) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Lambda "
              + lambda.parameters()
              + " expect "
              + lambda.parameters().size()
              + " arguments. Actual: "
              + arguments);
    }
  }

  private static Object replaced(Object part, Map<String, Expr> values) {
    if (part instanceof Identifier name && name.isSimple() && values.containsKey(name.last())) {
      return values.get(name.last());
    }
    if (part instanceof Expr.Lambda lambda) {
      Map<String, Expr> outer = new HashMap<>(values);
      lambda.parameters().forEach(outer::remove);
      return new Expr.Lambda(
          lambda.position(), lambda.parameters(), (Expr) replaced(lambda.body(), outer));
    }
    return within(part, inner -> replaced(inner, values));
  }

  private static Object within(Object part, Function<Object, Object> change) {
    if (part instanceof List<?> many) {
      List<Object> changed = new ArrayList<>(many.size());
      many.forEach(one -> changed.add(change.apply(one)));
      return changed.equals(many) ? many : changed;
    }
    return part instanceof Record record
        ? TreeParts.rebuild(record, inner -> inner == null ? null : change.apply(inner))
        : part;
  }
}
