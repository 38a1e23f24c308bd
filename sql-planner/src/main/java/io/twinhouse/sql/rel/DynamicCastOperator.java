// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.type.Type;

/** {@code CAST} of a Dynamic value, which makes a path of a JSON column readable. */
public final class DynamicCastOperator extends EngineOperator {

  private final Type target;

  DynamicCastOperator(Type target) {
    super("CAST[" + target.name() + "]");
    this.target = target;
  }

  public Type target() {
    return target;
  }
}
