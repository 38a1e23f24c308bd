// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;

/** A document for every row. */
final class BsonWriter implements ResultWriter {

  private final BsonCodec[] codecs;
  private final byte[][] names;
  private final BsonOutput document = new BsonOutput();
  private final OutputStream out;

  BsonWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this.codecs =
        schema.types().stream()
            .map(type -> BsonCodecs.of(type, settings))
            .toArray(BsonCodec[]::new);
    this.names =
        schema.names().stream()
            .map(name -> BsonNames.escaped(name.getBytes(UTF_8)))
            .toArray(byte[][]::new);
    this.out = out;
  }

  @Override
  public void write(Batch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      int begin = document.begin();
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].write(names[i], batch.column(i), row, document);
      }
      document.end(begin);
      document.flush(out);
    }
  }

  @Override
  public void totals(Batch row) throws IOException {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    // every document has been written
  }
}
