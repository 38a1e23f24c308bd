// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.function.BoundAggregate;

/** The type rule of an aggregate function: checks the call and chooses result type and states. */
@FunctionalInterface
public interface AggregateBinder {

  BoundAggregate bind(AggregateSite call);
}
