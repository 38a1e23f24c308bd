// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.type.AggregateFunctionType;
import java.util.List;

/** -SimpleState: the result under a type that says how it can be merged. */
final class SimpleState {

  private static final List<String> FUNCTIONS =
      List.of(
          "any",
          "any_respect_nulls",
          "anyLast",
          "anyLast_respect_nulls",
          "min",
          "max",
          "sum",
          "sumWithOverflow",
          "groupBitAnd",
          "groupBitOr",
          "groupBitXor",
          "sumMap",
          "minMap",
          "maxMap",
          "groupArrayArray",
          "groupArrayLastArray",
          "groupUniqArrayArray",
          "groupUniqArrayArrayMap",
          "sumMappedArrays",
          "minMappedArrays",
          "maxMappedArrays");

  private SimpleState() {}

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    String name = nested.canonicalName();
    if (!FUNCTIONS.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Unsupported aggregate function "
              + name
              + ", supported functions are "
              + String.join(",", FUNCTIONS));
    }
    BoundAggregate bound = nested.bind(parameters, arguments);
    List<String> texts = parameters.stream().map(ParameterText::write).toList();
    return States.of(
        new AggregateFunctionType(true, name, texts, List.of(bound.returnType())),
        bound::newAccumulator);
  }
}
