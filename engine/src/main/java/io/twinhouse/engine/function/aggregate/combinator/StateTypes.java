// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.type.AggregateFunctionType;
import java.util.List;

/** The functions whose states have a type {@code AggregateFunction(...)}. */
public final class StateTypes {

  private StateTypes() {}

  /** The function's parameters as constants. */
  public static List<Argument> parameters(AggregateFunctionType type) {
    return type.parameters().stream().map(ParameterText::read).toList();
  }

  /**
   * The function whose states are values of a type that is not simple. States that are there are
   * read whether or not their function is still allowed.
   */
  public static BoundAggregate bind(AggregateFunctionType type, BindContext context) {
    BindContext.SettingReader settings = context.settings();
    BindContext allowing =
        new BindContext(
            context.now(),
            context.zone(),
            context.user(),
            context.queryId(),
            context.database(),
            context.roles(),
            name -> name.startsWith("allow_experimental_") ? "1" : settings.value(name),
            context.lookups());
    return bindAllowed(type, allowing);
  }

  /** As {@link #bind}, for new states: refuses functions that a setting hides. */
  public static BoundAggregate bindAllowed(AggregateFunctionType type, BindContext context) {
    try {
      return FunctionRegistry.standard()
          .bindAggregate(
              type.function(),
              parameters(type),
              type.arguments().stream().map(Argument::of).toList(),
              context);
    } catch (TwinhouseException e) {
      throw e.is(ErrorCode.UNKNOWN_FUNCTION)
          ? new TwinhouseException(
              ErrorCode.UNKNOWN_AGGREGATE_FUNCTION, "Unknown aggregate function " + type.function())
          : e;
    }
  }
}
