// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import java.util.List;

/**
 * A scalar function bound to its arguments' types. A rule that changes the type of an operand, or
 * makes a constant one variable, binds anew through {@link RexFactory#call}.
 */
public final class FunctionOperator extends EngineOperator {

  private final BoundFunction function;
  private final List<Argument> arguments;
  private final boolean deterministic;

  FunctionOperator(
      String name, BoundFunction function, List<Argument> arguments, boolean deterministic) {
    super(name);
    this.function = function;
    this.arguments = List.copyOf(arguments);
    this.deterministic = deterministic;
  }

  public BoundFunction function() {
    return function;
  }

  /** What the function was bound with. */
  public List<Argument> arguments() {
    return arguments;
  }

  @Override
  public boolean isDeterministic() {
    return deterministic;
  }
}
