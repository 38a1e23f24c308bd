// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.column.Column;

/** Looks the keys of left rows up among those of a join's right rows. For one thread. */
interface RightFinder {

  /** Writes the number of each row's key, or -1, to {@code found}. */
  void find(Column[] keys, int rows, int[] found);
}
