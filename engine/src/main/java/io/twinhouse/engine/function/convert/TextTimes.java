// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.Type;

/** Times that are read from texts by best effort. */
public final class TextTimes {

  private TextTimes() {}

  static boolean isTime(Type type) {
    return type instanceof DateTimeType || type instanceof DateTime64Type;
  }
}
