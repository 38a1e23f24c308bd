// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;

/** What combinators say of calls they do not take. */
final class Refusals {

  private Refusals() {}

  static TwinhouseException count(String suffix) {
    return new TwinhouseException(
        ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
        "Incorrect number of arguments for aggregate function with " + suffix + " suffix");
  }

  static TwinhouseException type(Type type, String rest) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Illegal type " + type.name() + " of " + rest);
  }
}
