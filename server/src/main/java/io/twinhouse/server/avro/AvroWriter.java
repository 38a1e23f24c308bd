// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.server.avro.FieldWriters.Described;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a file of objects, a block whenever enough rows have come together. */
final class AvroWriter implements ResultWriter {

  private static final long FEWEST_BLOCK_BYTES = 32;
  private static final long MOST_BLOCK_BYTES = 1 << 30;

  private final List<Described> columns = new ArrayList<>();
  private final String schema;
  private final BlockCodec codec;
  private final long blockBytes;
  private final OutputStream out;
  private final BlockOutput block = new BlockOutput();
  private final byte[] mark = new byte[ContainerInput.MARK];
  private long rows;
  private boolean begun;
  private boolean written;

  AvroWriter(Schema types, FormatSettings settings, OutputStream out) {
    FieldWriters writers =
        new FieldWriters(settings.text("output_format_avro_string_column_pattern", ""));
    types.fields().forEach(field -> columns.add(writers.of(field.type(), field.name())));
    this.schema = FieldWriters.root(types.names(), columns);
    this.codec = BlockCodec.ofSetting(settings.text("output_format_avro_codec", ""));
    this.blockBytes = settings.number("output_format_avro_sync_interval", 16_384);
    if (blockBytes < FEWEST_BLOCK_BYTES || blockBytes > MOST_BLOCK_BYTES) {
      throw new TwinhouseException(
          ErrorCode.STD_EXCEPTION,
          "Invalid sync interval: "
              + blockBytes
              + ". Should be between "
              + FEWEST_BLOCK_BYTES
              + " and "
              + MOST_BLOCK_BYTES);
    }
    this.out = out;
    UUID drawn = UUID.randomUUID();
    ByteBuffer.wrap(mark)
        .putLong(drawn.getMostSignificantBits())
        .putLong(drawn.getLeastSignificantBits());
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    BlockOutput header = new BlockOutput();
    header.writeBytes(ContainerInput.MAGIC);
    header.number(2);
    put("avro.codec", codec.word(), header);
    put("avro.schema", schema, header);
    header.number(0);
    header.writeBytes(mark);
    header.writeTo(out);
  }

  private static void put(String name, String value, BlockOutput header) {
    byte[] nameBytes = FieldWriters.utf8(name);
    byte[] valueBytes = FieldWriters.utf8(value);
    header.text(nameBytes, 0, nameBytes.length);
    header.text(valueBytes, 0, valueBytes.length);
  }

  @Override
  public void write(Batch batch) throws IOException {
    begin();
    List<Column> flat = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      flat.add(batch.column(i).flatten());
    }
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < flat.size(); i++) {
        columns.get(i).writer().write(flat.get(i), row, block);
      }
      rows++;
      if (block.size() >= blockBytes) {
        writeBlock();
      }
    }
  }

  private void writeBlock() throws IOException {
    byte[] packed = codec.pack(block.data(), block.size());
    BlockOutput frame = new BlockOutput();
    frame.number(rows);
    frame.number(packed.length);
    frame.writeTo(out);
    out.write(packed);
    out.write(mark);
    block.reset();
    rows = 0;
    written = true;
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    begin();
    if (rows > 0 || !written) {
      writeBlock();
    }
  }
}
