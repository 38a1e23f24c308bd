// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;

/** Works out expressions of SQL that stand in data where a value is expected. */
@FunctionalInterface
public interface ConstantReader {

  /**
   * A column of {@code type} with the one row that the expression comes to.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException the refusal of the expression
   */
  Column read(String expression, Type type);
}
