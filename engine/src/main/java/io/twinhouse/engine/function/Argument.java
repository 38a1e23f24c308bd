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
 * @param parameters how many parameters a lambda has; negative for what is no lambda
 */
public record Argument(Type type, @Nullable Column constant, int parameters) {

  public Argument(Type type, @Nullable Column constant) {
    this(type, constant, -1);
  }

  public static Argument of(Type type) {
    return new Argument(type, null);
  }

  /** A lambda of {@code parameters} parameters whose body is of type {@code body}. */
  public static Argument lambda(Type body, int parameters) {
    return new Argument(body, null, parameters);
  }

  /** The same argument under another type, whose values travel as those of its own do. */
  Argument as(Type other) {
    return other.equals(type) ? this : new Argument(other, constant, parameters);
  }

  public boolean isConstant() {
    return constant != null;
  }

  public boolean isLambda() {
    return parameters >= 0;
  }
}
