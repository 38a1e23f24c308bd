// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A format that rows can be read from. Immutable and thread-safe. */
public interface InputFormat {

  /** ClickHouse's name, for instance {@code JSONEachRow}. */
  String name();

  /**
   * The columns of data that hold them; null for a format whose data do not.
   *
   * @param data read no further than needed
   */
  default @Nullable Schema columnsOf(InputStream data) {
    return null;
  }

  /**
   * Reads rows of an INSERT.
   *
   * @param columns of the INSERT, with the table's types, in the order of the statement
   * @param data not closed by the reader
   */
  RowReader reader(Schema columns, FormatSettings settings, InputStream data);

  /** The same for data that may hold expressions, in a format that knows them. */
  default RowReader reader(
      Schema columns, FormatSettings settings, InputStream data, ConstantReader constants) {
    return reader(columns, settings, data);
  }

  /**
   * The same in a format that must hold more of the data than a batch.
   *
   * @param memory where the reader reserves what it holds beside its batches
   */
  default RowReader reader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      ConstantReader constants,
      MemoryContext memory) {
    return reader(columns, settings, data, constants);
  }
}
