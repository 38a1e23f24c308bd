// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.sql.ast.Expr;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Names within the lambdas around an expression, those of inner ones before those of outer ones.
 *
 * @param names parameters, and aliases that stand in the bodies
 * @param aliased what the aliases stand for
 */
public record LambdaFrame(Map<String, RexNode> names, Map<String, Expr> aliased) {

  public static final LambdaFrame NONE = new LambdaFrame(Map.of(), Map.of());

  public LambdaFrame {
    names = Map.copyOf(names);
    aliased = Map.copyOf(aliased);
  }

  public @Nullable RexNode find(String name) {
    return names.get(name);
  }

  /** What is bound already of an alias in the body of a lambda, else null. */
  public @Nullable RexNode find(Expr.Aliased alias) {
    return aliased.get(alias.alias()) == alias.expression() ? names.get(alias.alias()) : null;
  }

  /** With the parameters of a lambda. */
  public LambdaFrame plus(Map<String, RexNode> inner) {
    Map<String, RexNode> all = new HashMap<>(names);
    all.putAll(inner);
    Map<String, Expr> kept = new HashMap<>(aliased);
    kept.keySet().removeAll(inner.keySet());
    return new LambdaFrame(all, kept);
  }

  /** With an alias that stands in the body of a lambda. */
  public LambdaFrame plus(Expr.Aliased alias, RexNode bound) {
    LambdaFrame frame = plus(Map.of(alias.alias(), bound));
    Map<String, Expr> all = new HashMap<>(frame.aliased);
    all.put(alias.alias(), alias.expression());
    return new LambdaFrame(frame.names, all);
  }
}
