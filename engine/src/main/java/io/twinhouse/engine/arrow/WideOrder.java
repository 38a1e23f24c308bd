// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/**
 * In which order the bytes of wide values stand: numbers with the least significant first, UUIDs
 * and addresses as they are read.
 */
final class WideOrder {

  private WideOrder() {}

  static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof DecimalType;
  }
}
