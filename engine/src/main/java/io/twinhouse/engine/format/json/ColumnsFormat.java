// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;

/** Formats with an array a column, as they are read. */
record ColumnsFormat(String name, ColumnsWriter.Form form) implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    MemoryContext memory = MemoryContext.root(name, MemoryContext.UNLIMITED);
    return new ColumnsReader(form, columns, settings, data, memory);
  }

  @Override
  public RowReader reader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      ConstantReader constants,
      MemoryContext memory) {
    return new ColumnsReader(form, columns, settings, data, memory);
  }
}
