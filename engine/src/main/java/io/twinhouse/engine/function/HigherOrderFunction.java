// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.type.Type;
import java.util.List;

/** A scalar function whose first argument may be a lambda. */
public interface HigherOrderFunction extends ScalarFunction {

  /**
   * Types of the lambda's parameters, given the arguments after the lambda.
   *
   * @param parameterCount how many parameters the lambda was written with
   */
  List<Type> lambdaParameters(int parameterCount, List<Argument> rest);
}
