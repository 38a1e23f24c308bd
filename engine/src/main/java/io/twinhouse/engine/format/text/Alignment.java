// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;

/** On which side of its cell a value of a table stands. */
public final class Alignment {

  private Alignment() {}

  /** Whether values stand at the right: numbers and times. */
  public static boolean isRight(Type type) {
    Type base = type.base();
    return base instanceof IntegerType
        || base.lane() == Lane.DOUBLE
        || base instanceof DecimalType
        || base instanceof DateType
        || base instanceof DateTimeType
        || base instanceof DateTime64Type
        || base instanceof TimeType
        || base instanceof Time64Type
        || base instanceof IntervalType;
  }
}
