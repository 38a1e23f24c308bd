// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.column.Column;

/** How a value is written plainly. */
@FunctionalInterface
interface LeafEncoder {

  /** Writes row {@code row}, which is not NULL, of a flat column. */
  void encode(Column column, int row, Bytes into);
}
