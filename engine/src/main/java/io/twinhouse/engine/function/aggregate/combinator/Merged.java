// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** -Merge and -MergeState: rows are states, which come together. */
final class Merged extends Wrapped {

  private Merged(Accumulator nested) {
    super(nested);
  }

  static BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, boolean unfinished) {
    if (arguments.size() != 1) {
      throw Refusals.count("Merge");
    }
    Type type = arguments.get(0).type();
    if (!(type instanceof AggregateFunctionType state) || state.simple()) {
      throw Refusals.type(
          type,
          "argument for aggregate function with Merge suffix. It must be AggregateFunction(...)");
    }
    if (!state.function().equals(nested.canonicalName())) {
      throw Refusals.type(
          type,
          "argument for aggregate function with Merge suffix because it corresponds to different"
              + " aggregate function: "
              + state.function()
              + " instead of "
              + nested.canonicalName());
    }
    List<Argument> own =
        parameters.isEmpty()
            ? state.parameters().stream().map(ParameterText::read).toList()
            : parameters;
    BoundAggregate bound = nested.bind(own, state.arguments().stream().map(Argument::of).toList());
    BoundAggregate merged =
        States.of(bound.returnType(), memory -> new Merged(bound.newAccumulator(memory)));
    return unfinished ? Unfinished.of(type, merged) : merged;
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    BytesColumn states = (BytesColumn) arguments[0].flatten();
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0 && states.length(row) > 0) {
        nested.mergeState(
            groups[row], new StateReader(states.data(), states.offsets()[row], states.length(row)));
      }
    }
  }
}
