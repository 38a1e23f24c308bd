// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes out the aliases in the body of a user's function: they mean something within it alone,
 * wherever they stand, and nothing to the query that calls it.
 */
public final class BodyAliases {

  private BodyAliases() {}

  /**
   * The function without aliases.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for an alias that is a parameter's name, that means
   *     several things, or that a sub-query or a path names
   */
  public static Expr.Lambda writtenOut(Expr.Lambda function) {
    return lambda(function, Map.of());
  }

  private static Expr.Lambda lambda(Expr.Lambda lambda, Map<String, Expr> outer) {
    Map<String, Expr> aliases = new HashMap<>();
    collect(lambda.body(), aliases);
    if (lambda.parameters().stream().anyMatch(aliases::containsKey)) {
      throw notImplemented("An alias by the name of a parameter");
    }
    Map<String, Expr> seen = new HashMap<>(outer);
    lambda.parameters().forEach(seen::remove);
    seen.putAll(aliases);
    Expr body = (Expr) part(lambda.body(), seen);
    return new Expr.Lambda(lambda.position(), lambda.parameters(), body);
  }

  /** The aliases of a body, without those of lambdas and queries in it. */
  private static void collect(Object part, Map<String, Expr> aliases) {
    if (part instanceof Expr.Lambda || part instanceof Query) {
      return;
    }
    if (part instanceof Expr.Aliased aliased) {
      Expr other = aliases.put(aliased.alias(), aliased.expression());
      if (other != null && !other.equals(aliased.expression())) {
        throw notImplemented("An alias of several expressions");
      }
    }
    if (part instanceof List<?> many) {
      many.forEach(one -> collect(one, aliases));
    } else if (part instanceof Record record) {
      TreeParts.rebuild(
          record,
          inner -> {
            collect(inner == null ? List.of() : inner, aliases);
            return inner;
          });
    }
  }

  private static Object part(Object part, Map<String, Expr> aliases) {
    if (part instanceof Expr.Aliased aliased) {
      return part(aliased.expression(), without(aliases, aliased.alias()));
    }
    if (part instanceof Identifier name) {
      return named(name, aliases);
    }
    if (part instanceof Expr.Lambda lambda) {
      return lambda(lambda, aliases);
    }
    if (part instanceof Query query) {
      refuseNames(query, aliases);
      return query;
    }
    if (part instanceof List<?> many) {
      List<Object> changed = new ArrayList<>(many.size());
      many.forEach(one -> changed.add(part(one, aliases)));
      return changed.equals(many) ? many : changed;
    }
    return part instanceof Record record
        ? TreeParts.rebuild(record, inner -> inner == null ? null : part(inner, aliases))
        : part;
  }

  private static Expr named(Identifier name, Map<String, Expr> aliases) {
    String first = name.parts().get(0).text();
    Expr meant = aliases.get(first);
    if (meant == null) {
      return name;
    }
    if (!name.isSimple()) {
      throw notImplemented("A part of what an alias names");
    }
    return (Expr) part(meant, without(aliases, first));
  }

  private static void refuseNames(Query query, Map<String, Expr> aliases) {
    TreeParts.visit(
        query,
        inner -> {
          if (inner instanceof Identifier name && aliases.containsKey(name.parts().get(0).text())) {
            throw notImplemented("An alias that a sub-query names");
          }
        });
  }

  /** Within what it names, an alias is no name of it. */
  private static Map<String, Expr> without(Map<String, Expr> aliases, String alias) {
    Map<String, Expr> rest = new HashMap<>(aliases);
    rest.remove(alias);
    return rest;
  }

  private static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, what + " within a user's function is not supported");
  }
}
