// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.type.Type;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * A lambda as an argument of a function. The operands of its call are what the body captures from
 * around it, so rules move them about like any operand; within the body input references count the
 * captures first and then the parameters. The call's type is the body's.
 */
public final class LambdaOperator extends EngineOperator {

  private final List<String> names;
  private final List<Type> parameters;
  private final RexNode body;

  LambdaOperator(List<String> names, List<Type> parameters, RexNode body) {
    super("lambda(" + String.join(", ", names) + " -> " + body + ")");
    this.names = List.copyOf(names);
    this.parameters = List.copyOf(parameters);
    this.body = body;
  }

  /** Names of the parameters as written. */
  public List<String> names() {
    return names;
  }

  /** Types of the parameters. */
  public List<Type> parameters() {
    return parameters;
  }

  public RexNode body() {
    return body;
  }
}
