// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** A function around another: it answers as that one does, but for what it overrides. */
interface ForwardingFunction extends BoundFunction {

  BoundFunction function();

  @Override
  default Type returnType() {
    return function().returnType();
  }

  @Override
  default Column evaluate(Invocation call) {
    return function().evaluate(call);
  }

  @Override
  default boolean isTotal() {
    return function().isTotal();
  }

  @Override
  default @Nullable Column constant() {
    return function().constant();
  }

  @Override
  default @Nullable Monotonicity monotonicity() {
    return function().monotonicity();
  }

  @Override
  default @Nullable Column comparand() {
    return function().comparand();
  }

  @Override
  default @Nullable TwinhouseException failure() {
    return function().failure();
  }

  @Override
  default boolean failsAtOnce() {
    return function().failsAtOnce();
  }
}
