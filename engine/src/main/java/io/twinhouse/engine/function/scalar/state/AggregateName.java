// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.state;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.aggregate.combinator.StateTypes;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.List;

/** An aggregate function that is named by a text: {@code sum}, {@code quantiles(0.5, 0.9)}. */
final class AggregateName {

  private AggregateName() {}

  /** Binds the function that argument 0 names. */
  static BoundAggregate bind(CallSite call, List<Type> arguments) {
    Column name = call.constant(0);
    if (name == null || !(name.flatten() instanceof BytesColumn text)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function "
              + call.name()
              + " must be constant string: name of aggregate function");
    }
    AggregateFunctionType parsed = parse(call, text.string(0));
    FunctionRegistry registry = FunctionRegistry.standard();
    if (!registry.isAggregate(parsed.function())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_AGGREGATE_FUNCTION, "Unknown aggregate function " + parsed.function());
    }
    return registry.bindAggregate(
        parsed.function(),
        StateTypes.parameters(parsed),
        arguments.stream().map(Argument::of).toList(),
        call.context());
  }

  private static AggregateFunctionType parse(CallSite call, String name) {
    if (name.isEmpty()) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "First argument for function "
              + call.name()
              + " (name of aggregate function) cannot be empty.");
    }
    return (AggregateFunctionType) TypeParser.parse("AggregateFunction(" + name + ", UInt8)");
  }
}
