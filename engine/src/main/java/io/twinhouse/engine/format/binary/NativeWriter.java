// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a block a batch. */
final class NativeWriter implements ResultWriter {

  private static final byte[] BLOCK_INFO = {1, 0, 2, -1, -1, -1, -1};

  private final Schema schema;
  private final List<NativeCodec> codecs;
  private final long revision;
  private final BinaryWriter out;

  NativeWriter(Schema schema, Documents documents, long revision, OutputStream out) {
    this.schema = schema;
    this.codecs =
        schema.types().stream().map(type -> NativeCodec.of(type, documents, revision)).toList();
    this.revision = revision;
    this.out = new BinaryWriter(out);
  }

  @Override
  public void write(Batch batch) throws IOException {
    if (batch.rows() == 0) {
      return;
    }
    if (revision > 0) {
      out.writeBytes(BLOCK_INFO, 0, BLOCK_INFO.length);
      if (revision >= NativeFormat.BUCKETS) {
        out.writeByte(3);
        out.writeByte(0);
      }
      out.writeByte(0);
    }
    out.writeVarUInt(schema.size());
    out.writeVarUInt(batch.rows());
    for (int i = 0; i < codecs.size(); i++) {
      out.writeText(schema.field(i).name());
      out.writeText(NativeFormat.typeName(schema.type(i), revision));
      if (revision >= NativeFormat.SERIALIZATION_KIND) {
        out.writeByte(0);
      }
      codecs.get(i).writePrefix(batch.column(i), 0, batch.rows(), out);
      codecs.get(i).write(batch.column(i), 0, batch.rows(), out);
    }
    out.flush();
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    out.flush();
  }
}
