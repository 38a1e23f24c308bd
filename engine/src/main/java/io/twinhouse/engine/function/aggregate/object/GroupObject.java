// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;

/**
 * The state of one group. What it holds beyond its fields it reserves first.
 *
 * @param <S> the implementing class itself
 */
public interface GroupObject<S extends GroupObject<S>> {

  /** Adds a row; none of its arguments is NULL unless the function minds NULLs itself. */
  void add(RowInput in, int row);

  /** Adds another state, which is not used afterwards. */
  void merge(S other);

  /** Bytes that a result takes which may be far larger than the state; reserved before it. */
  default long resultBytes() {
    return 0;
  }

  /** Appends the result; does not change what later rows add up to. */
  void result(ColumnBuilder out);

  /** Writes the bytes that ClickHouse writes. */
  void write(BytesBuffer out);

  /** Reads what {@link #write} wrote into a fresh state. */
  void read(StateReader in);
}
