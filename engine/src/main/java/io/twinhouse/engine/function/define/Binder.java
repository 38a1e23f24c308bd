// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.function.BoundFunction;

/** The type rule of a function: checks the call and chooses result type and kernel. */
@FunctionalInterface
public interface Binder {

  BoundFunction bind(CallSite call);
}
