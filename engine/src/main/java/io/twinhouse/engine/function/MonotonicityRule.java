// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a function declares that it is monotonic, so that data can be pruned by what is asked of its
 * result.
 */
@FunctionalInterface
public interface MonotonicityRule {

  /**
   * What holds for a call of which all arguments but one are constants that are not NULL.
   *
   * @param arguments as the function was given them, less Nullable and LowCardinality
   * @param result the type of the call, less Nullable and LowCardinality
   * @param session the time zone where no type or argument names one
   * @return null where nothing is known
   */
  @Nullable Monotonicity of(List<Argument> arguments, Type result, ZoneId session);

  /** The only argument that is no constant; -1 if there is none or several. */
  static int variable(List<Argument> arguments) {
    int variable = -1;
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).isConstant()) {
        if (variable >= 0) {
          return -1;
        }
        variable = i;
      }
    }
    return variable;
  }
}
