// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.twinhouse.engine.arrow.ArrowOptions;
import io.twinhouse.engine.arrow.BlockEncoder;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MetadataVersion;

/** Writes a block a batch. */
final class ArrowWriter implements ResultWriter {

  static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PADDED_MAGIC = Arrays.copyOf(MAGIC, 8);

  private static final int BLOCK_BYTES = 24;

  private final ArrowFormat format;
  private final BlockEncoder encoder;
  private final MessageOutput out;
  private final List<MessageOutput.Block> blocks = new ArrayList<>();
  private boolean begun;

  ArrowWriter(ArrowFormat format, Schema schema, FormatSettings settings, OutputStream out) {
    this.format = format;
    this.encoder = new BlockEncoder(schema, ArrowOptions.of(settings), settings.zone());
    String method = settings.text("output_format_arrow_compression_method", "lz4_frame");
    this.out = new MessageOutput(out, BodyCodec.named(method));
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    if (format.file()) {
      out.write(PADDED_MAGIC, PADDED_MAGIC.length);
    }
    out.writeSchema(encoder.schema());
  }

  @Override
  public void write(Batch batch) throws IOException {
    if (batch.rows() == 0) {
      return;
    }
    begin();
    MessageOutput.Block block = out.writeBatch(encoder.encode(batch));
    if (format.file()) {
      blocks.add(block);
    }
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them; the server drops them too
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    begin();
    if (format.file()) {
      writeFooter();
    } else {
      out.writeEnd();
    }
  }

  private void writeFooter() throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int schema = SchemaDescription.put(encoder.schema(), out.compressed(), builder);
    MessageOutput.startStructs(builder, BLOCK_BYTES, 0);
    int dictionaries = builder.endVector();
    MessageOutput.startStructs(builder, BLOCK_BYTES, blocks.size());
    for (int i = blocks.size() - 1; i >= 0; i--) {
      MessageOutput.Block block = blocks.get(i);
      Block.createBlock(builder, block.offset(), block.metadataLength(), block.bodyLength());
    }
    int batches = builder.endVector();
    builder.finish(
        Footer.createFooter(builder, MetadataVersion.V5, schema, dictionaries, batches, 0));
    ByteBuffer footer = builder.dataBuffer();
    byte[] bytes = new byte[footer.remaining()];
    footer.get(bytes);
    out.write(bytes, bytes.length);
    out.writeInt(bytes.length);
    out.write(MAGIC, MAGIC.length);
  }
}
