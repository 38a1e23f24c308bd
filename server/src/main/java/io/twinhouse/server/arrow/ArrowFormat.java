// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Arrow's interprocess format.
 *
 * @param file whether the messages stand in a file, with marks at both ends and a footer
 */
record ArrowFormat(String name, boolean file) implements OutputFormat, InputFormat {

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public Schema columnsOf(InputStream data) {
    return ArrowStructure.of(file, data);
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new ArrowWriter(this, schema, settings, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    MemoryContext memory = MemoryContext.root(name, MemoryContext.UNLIMITED);
    return new ArrowReader(this, columns, settings, new MessageInput(data, file, memory));
  }

  @Override
  public RowReader reader(
      Schema columns,
      FormatSettings settings,
      InputStream data,
      ConstantReader constants,
      MemoryContext memory) {
    return new ArrowReader(this, columns, settings, new MessageInput(data, file, memory));
  }
}
