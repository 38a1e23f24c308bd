// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Parameters of the lambdas around an expression, inner ones before outer ones. */
public record LambdaFrame(Map<String, RexNode> parameters) {

  public static final LambdaFrame NONE = new LambdaFrame(Map.of());

  public LambdaFrame {
    parameters = Map.copyOf(parameters);
  }

  public @Nullable RexNode find(String name) {
    return parameters.get(name);
  }

  public LambdaFrame plus(Map<String, RexNode> inner) {
    Map<String, RexNode> all = new HashMap<>(parameters);
    all.putAll(inner);
    return new LambdaFrame(all);
  }
}
