// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;

/**
 * Makes a column of one type from a column of another. The columns have no NULLs; the result may be
 * the source itself where both types travel alike.
 */
@FunctionalInterface
public interface Conversion {

  /** Nothing to do: both types travel alike. */
  Conversion NONE = column -> column;

  Column convert(Column source);

  /** Whether this changes nothing. */
  default boolean isNone() {
    return this == NONE;
  }
}
