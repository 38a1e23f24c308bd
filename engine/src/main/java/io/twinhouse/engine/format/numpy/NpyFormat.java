// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Npy, written and read. */
record NpyFormat() implements InputFormat, OutputFormat {

  private static final String COLUMN = "array";

  @Override
  public String name() {
    return "Npy";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public Schema columnsOf(InputStream data) {
    try {
      NpyHeader header = NpyHeader.read(new RecordFeed(data));
      Type type = header.element().type();
      for (int i = 1; i < header.shape().length; i++) {
        type = new ArrayType(type);
      }
      return Schema.of(new Field(COLUMN, type));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new NpyWriter(schema, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new NpyReader(columns, settings, data);
  }
}
