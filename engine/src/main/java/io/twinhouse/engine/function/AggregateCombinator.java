// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/** A suffix that turns any aggregate function into another one: -If, -OrNull, -State, ... */
public interface AggregateCombinator {

  /** The suffix, case-sensitive: {@code If}. */
  String suffix();

  /**
   * Binds {@code nested} with this suffix.
   *
   * @param parameters of the whole call
   * @param arguments of the whole call, none of them Nullable unless {@link #ownNulls()}
   */
  BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, BindContext context);

  /** Whether Nullable arguments reach {@link #bind} as they are. */
  default boolean ownNulls() {
    return false;
  }

  /**
   * Whether the function with this suffix has a trait.
   *
   * @param nested whether the function under the suffix has it
   */
  default boolean has(AggregateTrait trait, boolean nested) {
    return nested;
  }

  /** The function under the suffix, itself perhaps with a suffix. */
  interface Nested {

    /** Its name as written. */
    String name();

    /** Its name in ClickHouse's spelling, aliases resolved; it stands in types of states. */
    String canonicalName();

    /** Binds it, NULL rules included. */
    BoundAggregate bind(List<Argument> parameters, List<Argument> arguments);

    /** Whether it has a trait. */
    boolean has(AggregateTrait trait);
  }
}
