// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;

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
}
