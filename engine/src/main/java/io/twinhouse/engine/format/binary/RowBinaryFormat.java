// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * RowBinary.
 *
 * @param names whether a header with the number of columns and their names goes first
 * @param types whether the header has the types too
 * @param defaults whether a byte before each value may say that it takes its default; such formats
 *     are read only
 */
record RowBinaryFormat(String name, boolean names, boolean types, boolean defaults)
    implements OutputFormat, InputFormat {

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new RowBinaryWriter(
        this, schema, Documents.written(settings, false), BinaryReader.mostBytes(settings), out);
  }

  @Override
  public @Nullable ResultWriter typedWriter(
      Schema schema, FormatSettings settings, OutputStream out) {
    Documents documents = Documents.written(settings, true);
    return documents == Documents.TYPED && Documents.in(schema)
        ? new RowBinaryWriter(this, schema, documents, BinaryReader.mostBytes(settings), out)
        : null;
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new RowBinaryReader(this, columns, settings, data);
  }
}
