// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function for given argument types. Stateless and thread-safe: what a call needs to
 * remember lives in its {@link Scratch}.
 */
public interface BoundFunction {

  Type returnType();

  /**
   * Computes all rows of a batch. The result may be constant or dictionary-encoded; its arrays are
   * valid until this call site's next invocation.
   */
  Column evaluate(Invocation call);

  /**
   * Whether evaluation never throws, whatever the lanes hold: then rows whose value does not matter
   * (NULL ones, the branch not taken) need not be taken out first.
   */
  default boolean isTotal() {
    return false;
  }

  /**
   * The value, as a column of one row, if it is known now although an argument is not constant (the
   * name of a type, the current user); else null.
   */
  default @Nullable Column constant() {
    return null;
  }

  /** Where the function is monotonic in one argument; null where that is not known. */
  default @Nullable Monotonicity monotonicity() {
    return null;
  }

  /**
   * Of a comparison with a constant that is read as a value of the other argument's type, that
   * value as a column of one row; else null.
   */
  default @Nullable Column comparand() {
    return null;
  }

  /** What every computation of the call is known to fail with; null where it may succeed. */
  default @Nullable TwinhouseException failure() {
    return null;
  }

  /**
   * Whether there is a {@link #failure} that is met over no rows too: it is told when a query is
   * planned, unless the value plays no role in it. Others wait for the first row without a NULL.
   */
  default boolean failsAtOnce() {
    return failure() != null;
  }
}
