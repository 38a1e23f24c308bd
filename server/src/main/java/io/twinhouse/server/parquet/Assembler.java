// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.Type;
import org.apache.parquet.format.RowGroup;

/** Puts values of a type together from the entries of the leaves under a field. For one thread. */
abstract class Assembler {

  private final Type type;

  Assembler(Type type) {
    this.type = type;
  }

  /** The type of the values, as far as the file tells. */
  final Type type() {
    return type;
  }

  /** Goes to the first row of a row group. */
  abstract void open(ParquetFile file, RowGroup group);

  /** Gives back the pages of the row group. */
  abstract void close();

  /** A leaf whose levels tell whether there is a value and where a list ends. */
  abstract LeafCursor first();

  /**
   * Reads the value under the cursors; something around it, other than an optional field of its
   * own, is not missing.
   *
   * @return whether a default stands for a value that is NULL
   */
  abstract boolean read(ColumnBuilder into);

  /** Passes an entry that tells that something around the value is missing. */
  abstract void pass();
}
