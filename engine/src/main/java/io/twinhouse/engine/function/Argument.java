// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * An argument as a function's type rule sees it.
 *
 * @param type its type; for a lambda the type of its body
 * @param constant a column of one row when the value is known while planning, else null
 */
public record Argument(Type type, @Nullable Column constant) {

  public static Argument of(Type type) {
    return new Argument(type, null);
  }

  public boolean isConstant() {
    return constant != null;
  }
}
