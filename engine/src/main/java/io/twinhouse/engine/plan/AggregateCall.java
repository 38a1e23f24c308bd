// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

import io.twinhouse.engine.function.BoundAggregate;
import java.util.List;

/**
 * One aggregate of an {@link PlanNode.Aggregate}.
 *
 * @param text how it reads in SQL, for EXPLAIN and error messages
 * @param arguments columns of the input
 */
public record AggregateCall(String text, BoundAggregate function, List<Integer> arguments) {

  public AggregateCall {
    arguments = List.copyOf(arguments);
  }
}
