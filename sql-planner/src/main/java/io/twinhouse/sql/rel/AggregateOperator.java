// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.sql.type.EngineRelType;
import java.util.List;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** An aggregate function, combinators included, bound to its parameters and arguments' types. */
public final class AggregateOperator extends SqlAggFunction {

  private final String function;
  private final List<Argument> parameters;
  private final List<Argument> arguments;
  private final BoundAggregate bound;

  /**
   * @param text name and parameters as SQL, for instance {@code quantile(0.9)}
   * @param function the name alone, for instance {@code uniqExactIf}
   */
  AggregateOperator(
      String text,
      String function,
      List<Argument> parameters,
      List<Argument> arguments,
      BoundAggregate bound) {
    super(
        text,
        null,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.explicit(EngineRelType.of(bound.returnType())),
        null,
        null,
        SqlFunctionCategory.USER_DEFINED_FUNCTION,
        false,
        false,
        Optionality.FORBIDDEN);
    this.function = function;
    this.parameters = List.copyOf(parameters);
    this.arguments = List.copyOf(arguments);
    this.bound = bound;
  }

  /** The name without parameters, with combinators. */
  public String function() {
    return function;
  }

  /** Constants in the first brackets; mostly none. */
  public List<Argument> parameters() {
    return parameters;
  }

  /** Types of the arguments. */
  public List<Argument> arguments() {
    return arguments;
  }

  public BoundAggregate bound() {
    return bound;
  }
}
