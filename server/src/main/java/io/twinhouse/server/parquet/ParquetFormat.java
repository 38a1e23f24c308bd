// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.server.parquet.write.ParquetWriter;
import java.io.InputStream;
import java.io.OutputStream;

/** Parquet. */
record ParquetFormat() implements OutputFormat, InputFormat {

  @Override
  public String name() {
    return "Parquet";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public Schema columnsOf(InputStream data) {
    return ParquetStructure.of(data);
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new ParquetWriter(schema, settings, out);
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
