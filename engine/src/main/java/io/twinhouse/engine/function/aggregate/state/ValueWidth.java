// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** How wide values of the WIDE lane are. */
public final class ValueWidth {

  private ValueWidth() {}

  /** Longs a value of a type of the WIDE lane. */
  public static int words(Type base) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    return four ? 4 : 2;
  }
}
