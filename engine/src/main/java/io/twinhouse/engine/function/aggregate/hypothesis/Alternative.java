// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.function.aggregate.define.AggregateSite;

/** What holds if the hypothesis does not. */
enum Alternative {
  TWO_SIDED,
  LESS,
  GREATER;

  static Alternative of(AggregateSite call, String name) {
    return switch (name) {
      case "two-sided" -> TWO_SIDED;
      case "less" -> LESS;
      case "greater" -> GREATER;
      default ->
          throw call.badArguments(
              "Unknown parameter in aggregate function "
                  + call.name()
                  + ". It must be one of: 'two-sided', 'less', 'greater'");
    };
  }
}
