// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/**
 * One entry of the registry: a scalar function by its ClickHouse name.
 *
 * @see FunctionTraits
 */
public interface ScalarFunction {

  /** ClickHouse's spelling. */
  String name();

  FunctionTraits traits();

  /**
   * Refuses arguments for types that they are given with and that {@link #bind} does not see: it is
   * asked before Nullable and LowCardinality are taken off.
   */
  default void checkGiven(List<Argument> arguments) {}

  /**
   * Refuses another number of arguments than the function has, where that is always the same one.
   * Asked where a literal NULL makes the result known without {@link #bind}.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NUMBER_OF_ARGUMENTS_DOESNT_MATCH
   */
  default void checkCount(int given) {}

  /**
   * Chooses the evaluation for these argument types. Unless {@link FunctionTraits#nulls()} says
   * otherwise the registry has already taken Nullable and LowCardinality off.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
   *     ILLEGAL_TYPE_OF_ARGUMENT, ...: what the server would say
   */
  BoundFunction bind(List<Argument> arguments, BindContext context);
}
