// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import org.apache.calcite.sql.SqlSyntax;
import org.jspecify.annotations.Nullable;

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

  /** What the value means as a condition, where NULL is false; null where it is none. */
  public @Nullable Boolean truth() {
    Type base = type.base();
    if (base instanceof NothingType || value.isNull(0)) {
      return Boolean.FALSE;
    }
    boolean flag = base instanceof BoolType || base.equals(IntegerType.UINT8);
    if (!flag || !(value.flatten() instanceof LongColumn numbers)) {
      return null;
    }
    return numbers.values()[0] != 0 ? Boolean.TRUE : Boolean.FALSE;
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.FUNCTION_ID;
  }
}
