// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.ColumnBuffer;

/** A join's right rows by their addresses. */
interface RightRows {

  /** Appends one column of the rows at {@code addresses[from .. from + count)} to {@code out}. */
  void gather(int column, int[] addresses, int from, int count, ColumnBuffer out);
}
