// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;
import org.apache.calcite.sql.SqlSyntax;

/** A value known while planning, as an operator without operands. */
public final class ConstantOperator extends EngineOperator {

  private final Type type;
  private final Column value;

  /**
   * @param text value and type in words, different for different values
   * @param value a flat column of one row
   */
  ConstantOperator(String text, Type type, Column value) {
    super(text);
    this.type = type;
    this.value = value;
  }

  public Type type() {
    return type;
  }

  /** A flat column of one row. */
  public Column value() {
    return value;
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.FUNCTION_ID;
  }
}
