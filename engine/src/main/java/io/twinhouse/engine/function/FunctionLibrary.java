// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/**
 * Functions that belong together and enter the registry together; found by {@link
 * java.util.ServiceLoader}, so that an application can add its own.
 */
public interface FunctionLibrary {

  default List<ScalarFunction> scalars() {
    return List.of();
  }

  default List<AggregateFunction> aggregates() {
    return List.of();
  }

  default List<AggregateCombinator> combinators() {
    return List.of();
  }
}
