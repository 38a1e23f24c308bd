// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;

/** One call of a bound function on one batch. */
public interface Invocation {

  /** Rows to compute. */
  int rows();

  int argumentCount();

  /** Argument {@code index}, of {@link #rows()} rows, possibly constant or dictionary-encoded. */
  Column argument(int index);

  /** Argument {@code index} without constant or dictionary encoding. */
  default Column flat(int index) {
    return argument(index).flatten();
  }

  /** Argument {@code index} where a lambda stands. */
  LambdaBody lambda(int index);

  /** Arrays that this call site may use for its result until the next batch. */
  Scratch scratch();

  /** A lambda's body, evaluated over columns of its parameters. */
  interface LambdaBody {

    /**
     * @param parameters one column a parameter, all of the same size
     * @param rows their size
     * @param outerRow for each of these rows, the row of the surrounding batch it belongs to
     */
    Column apply(Column[] parameters, int rows, int[] outerRow);
  }
}
