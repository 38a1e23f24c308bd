// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.type.AggregateFunctionType;

/** What the registry says of the order within states; made by {@code ServiceLoader}. */
public final class UnorderedStates implements AggregateFunctionType.StateOrder {

  @Override
  public boolean isServers(String function) {
    return !FunctionRegistry.standard().has(function, AggregateTrait.UNORDERED_STATE);
  }
}
