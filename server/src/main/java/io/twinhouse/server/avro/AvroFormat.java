// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Avro. */
record AvroFormat() implements OutputFormat, InputFormat {

  @Override
  public String name() {
    return "Avro";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public Schema columnsOf(InputStream data) {
    try {
      MemoryContext memory = MemoryContext.root(name(), MemoryContext.UNLIMITED);
      return AvroStructure.of(new ContainerInput(data, memory).schema());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new AvroWriter(schema, settings, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    MemoryContext memory = MemoryContext.root(name(), MemoryContext.UNLIMITED);
    return new AvroReader(columns, settings, data, memory);
  }

  @Override
  public RowReader reader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      ConstantReader constants,
      MemoryContext memory) {
    return new AvroReader(columns, settings, data, memory);
  }
}
