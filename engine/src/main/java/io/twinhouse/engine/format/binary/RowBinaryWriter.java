// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;

final class RowBinaryWriter implements ResultWriter {

  private final RowBinaryFormat format;
  private final Schema schema;
  private final BinaryCodec[] codecs;
  private final BinaryWriter out;
  private boolean begun;

  RowBinaryWriter(
      RowBinaryFormat format,
      Schema schema,
      Documents documents,
      long mostBytes,
      OutputStream out) {
    this.format = format;
    this.schema = schema;
    this.codecs =
        schema.types().stream()
            .map(type -> BinaryCodec.of(type, documents))
            .toArray(BinaryCodec[]::new);
    this.out = new BinaryWriter(out, mostBytes);
  }

  @Override
  public void write(Batch batch) throws IOException {
    begin();
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].write(batch.column(i), row, out);
      }
    }
    out.flush();
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    begin();
    out.flush();
  }

  private void begin() throws IOException {
    if (begun || !format.names()) {
      return;
    }
    begun = true;
    out.writeVarUInt(schema.size());
    for (Field field : schema.fields()) {
      out.writeText(field.name());
    }
    if (format.types()) {
      for (Field field : schema.fields()) {
        out.writeText(field.type().name());
      }
    }
  }
}
