// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;

/**
 * An operator of ours. Calcite takes two calls for equal when the names of their operators, their
 * types and their operands are equal, so a name says all that the operands do not.
 */
public abstract class EngineOperator extends SqlOperator {

  protected EngineOperator(String name) {
    super(name, SqlKind.OTHER_FUNCTION, 0, 0, null, null, null);
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.FUNCTION;
  }
}
