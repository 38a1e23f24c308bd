// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;

final class MsgPackWriter implements ResultWriter {

  private final MsgPackCodec[] codecs;
  private final MsgPackOutput out;

  MsgPackWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this.codecs =
        schema.types().stream()
            .map(type -> MsgPackCodecs.of(type, settings))
            .toArray(MsgPackCodec[]::new);
    this.out = new MsgPackOutput(out);
  }

  @Override
  public void write(Batch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].write(batch.column(i), row, out);
      }
    }
    out.flush();
  }

  @Override
  public void totals(Batch row) throws IOException {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    out.flush();
  }
}
