// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.Type;

/**
 * As which type the values of a leaf are read, and how one is appended.
 *
 * @param type never Nullable
 */
record LeafValue(Type type, Appender appender) {

  /** Puts the value of a cell to the end of a builder. */
  @FunctionalInterface
  interface Appender {
    void append(Cell cell, ColumnBuilder into);
  }
}
