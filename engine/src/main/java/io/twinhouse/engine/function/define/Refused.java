// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.type.Type;

/**
 * A function that the server gives a type, but fails to compute, over no rows too: the failure is
 * told when all else of the query is known to be right, and not where the value plays no role.
 */
public record Refused(Type returnType, TwinhouseException failure) implements BoundFunction {

  @Override
  public Column evaluate(Invocation call) {
    if (call.rows() > 0) {
      throw failure;
    }
    return ColumnBuilder.of(returnType).build();
  }
}
