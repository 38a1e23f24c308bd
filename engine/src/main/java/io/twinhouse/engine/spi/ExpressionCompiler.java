// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.Expression;

/** Binds expression text of a table definition; handed to storages, which know no SQL. */
@FunctionalInterface
public interface ExpressionCompiler {

  /**
   * Binds {@code text} over the columns of {@code schema}.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException UNKNOWN_IDENTIFIER, SYNTAX_ERROR, ...
   */
  Expression compile(String text, Schema schema);

  /** As {@link #compile}, with the rows of sub-queries, read now, in the places of these. */
  default Expression compute(String text, Schema schema) {
    return compile(text, schema);
  }
}
