// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;

/** A call over columns at hand, without lambdas. */
public final class ColumnInvocation implements Invocation {

  private final Column[] arguments;
  private final int rows;
  private final Scratch scratch;

  public ColumnInvocation(Column[] arguments, int rows, Scratch scratch) {
    this.arguments = arguments;
    this.rows = rows;
    this.scratch = scratch;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int argumentCount() {
    return arguments.length;
  }

  @Override
  public Column argument(int index) {
    return arguments[index];
  }

  @Override
  public LambdaBody lambda(int index) {
    throw new IllegalStateException("argument " + index + " is no lambda");
  }

  @Override
  public Scratch scratch() {
    return scratch;
  }
}
