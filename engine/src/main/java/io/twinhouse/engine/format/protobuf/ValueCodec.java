// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;

/** How one value of a column stands in a message, without its tag. For one thread. */
interface ValueCodec {

  /** Writes a value, which is not NULL, of a flat column. */
  void write(Column flat, int row, MessageOutput out);

  /** Whether a value is the one that a missing field means. */
  boolean isDefault(Column flat, int row);

  /** Reads the value under the cursor. */
  void read(MessageInput in, ColumnBuilder into);

  /** Appends what a missing field means. */
  default void absent(ColumnBuilder into) {
    into.appendDefault();
  }
}
