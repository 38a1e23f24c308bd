// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;

/** Parquet, which is read only. */
record ParquetFormat() implements InputFormat {

  @Override
  public String name() {
    return "Parquet";
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    MemoryContext memory = MemoryContext.root(name(), MemoryContext.UNLIMITED);
    return new ParquetReader(columns, settings, ParquetFile.read(data, memory));
  }

  @Override
  public RowReader reader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      ConstantReader constants,
      MemoryContext memory) {
    return new ParquetReader(columns, settings, ParquetFile.read(data, memory));
  }
}
