// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Invocation;

/** The evaluation of a function bound to its argument types. Stateless. */
@FunctionalInterface
public interface Kernel {

  Column evaluate(Invocation call);
}
