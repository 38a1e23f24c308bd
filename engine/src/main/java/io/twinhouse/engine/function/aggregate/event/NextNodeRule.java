// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.function.aggregate.define.AggregateSite;

/**
 * Where sequenceNextNode begins and which way it goes.
 *
 * @param forward from the base to later events, else to earlier ones
 */
record NextNodeRule(boolean forward, Base base) {

  /** Time, event and condition of the base. */
  static final int FIXED_ARGUMENTS = 3;

  static final int MOST_EVENTS = 64;

  /** Which event of a sequence is the base. */
  enum Base {
    HEAD,
    TAIL,
    FIRST_MATCH,
    LAST_MATCH
  }

  static NextNodeRule of(AggregateSite call, String direction, String base) {
    boolean forward = direction.equals("forward");
    if (!forward && !direction.equals("backward")) {
      throw call.badArguments(
          "Aggregate function sequenceNextNode doesn't support a parameter: " + direction);
    }
    Base place =
        switch (base) {
          case "head" -> Base.HEAD;
          case "tail" -> Base.TAIL;
          case "first_match" -> Base.FIRST_MATCH;
          case "last_match" -> Base.LAST_MATCH;
          default ->
              throw call.badArguments(
                  "Aggregate function sequenceNextNode doesn't support a parameter: " + base);
        };
    if (place == (forward ? Base.TAIL : Base.HEAD)) {
      throw call.badArguments(
          "Invalid argument combination of '" + direction + "' with '" + base + "'");
    }
    return new NextNodeRule(forward, place);
  }

  /** Whether the base is an event that matches the first condition. */
  boolean wantsMatch() {
    return base == Base.FIRST_MATCH || base == Base.LAST_MATCH;
  }
}
