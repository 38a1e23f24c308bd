// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Parameters of the lambdas around an expression, inner ones before outer ones. */
record LambdaFrame(Map<String, RexNode> parameters) {

  static final LambdaFrame NONE = new LambdaFrame(Map.of());

  LambdaFrame {
    parameters = Map.copyOf(parameters);
  }

  @Nullable RexNode find(String name) {
    return parameters.get(name);
  }

  LambdaFrame plus(Map<String, RexNode> inner) {
    Map<String, RexNode> all = new HashMap<>(parameters);
    all.putAll(inner);
    return new LambdaFrame(all);
  }
}
