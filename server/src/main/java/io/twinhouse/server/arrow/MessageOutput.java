// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.twinhouse.engine.arrow.ArrowBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;

/** Writes messages: a mark, how long the description is, the description, the body. */
final class MessageOutput {

  /** Where a message with a batch stands; a file's footer lists them. */
  record Block(long offset, int metadataLength, long bodyLength) {}

  private static final int CONTINUATION = -1;
  private static final int ALIGNMENT = 8;
  private static final int LARGE = 1 << 20;

  /** A node and the place of a buffer are two numbers. */
  private static final int PAIR_BYTES = 16;

  private static final byte[] PADDING = new byte[ALIGNMENT];

  private final OutputStream out;
  private final BodyCodec codec;
  private long position;

  MessageOutput(OutputStream out, BodyCodec codec) {
    this.out = out;
    this.codec = codec;
  }

  void writeSchema(Schema schema) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int header = SchemaDescription.put(schema, compressed(), builder);
    writeDescription(finished(builder, MessageHeader.Schema, header, 0));
  }

  /** Whether bodies are. */
  boolean compressed() {
    return codec != BodyCodec.NONE;
  }

  Block writeBatch(ArrowBlock block) throws IOException {
    long start = position;
    List<ByteBuffer> bodies = bodies(block);
    long bodyLength = 0;
    for (ByteBuffer body : bodies) {
      bodyLength += body.limit() + padding(body.limit());
    }
    int description = writeDescription(describe(block, bodies, bodyLength));
    for (ByteBuffer body : bodies) {
      write(body.array(), body.arrayOffset(), body.limit());
      write(PADDING, padding(body.limit()));
    }
    return new Block(start, description, bodyLength);
  }

  /** As on the server, the buffers of a large body know nothing of each other. */
  private List<ByteBuffer> bodies(ArrowBlock block) {
    boolean apart = block.bytes() >= LARGE;
    BodyCompressor compressor = BodyCompressor.of(codec);
    List<ByteBuffer> bodies = new ArrayList<>();
    for (ByteBuffer buffer : block.buffers()) {
      bodies.add((apart ? BodyCompressor.of(codec) : compressor).body(buffer));
    }
    return bodies;
  }

  /** The order of what is made here decides on the bytes, as in {@link SchemaDescription}. */
  private ByteBuffer describe(ArrowBlock block, List<ByteBuffer> bodies, long bodyLength) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int compression =
        compressed()
            ? BodyCompression.createBodyCompression(
                builder, codec.number(), BodyCompressionMethod.BUFFER)
            : 0;
    int nodes = nodes(builder, block.nodes());
    int buffers = buffers(builder, bodies, bodyLength);
    int header =
        RecordBatch.createRecordBatch(builder, block.rows(), nodes, buffers, compression, 0);
    return finished(builder, MessageHeader.RecordBatch, header, bodyLength);
  }

  private static int nodes(FlatBufferBuilder builder, List<ArrowBlock.Node> nodes) {
    startStructs(builder, PAIR_BYTES, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(builder, nodes.get(i).rows(), nodes.get(i).nulls());
    }
    return builder.endVector();
  }

  private static int buffers(FlatBufferBuilder builder, List<ByteBuffer> bodies, long bodyLength) {
    startStructs(builder, PAIR_BYTES, bodies.size());
    long end = bodyLength;
    for (int i = bodies.size() - 1; i >= 0; i--) {
      int length = bodies.get(i).limit();
      end -= length + padding(length);
      Buffer.createBuffer(builder, end, length);
    }
    return builder.endVector();
  }

  /** Begins a vector of structs of 64-bit numbers; without any it is not aligned, as in C++. */
  static void startStructs(FlatBufferBuilder builder, int bytes, int count) {
    builder.startVector(bytes, count, count == 0 ? Integer.BYTES : Long.BYTES);
  }

  private static ByteBuffer finished(
      FlatBufferBuilder builder, byte kind, int header, long bodyLength) {
    builder.finish(Message.createMessage(builder, MetadataVersion.V5, kind, header, bodyLength, 0));
    return builder.dataBuffer();
  }

  /** Returns the length of mark, length, description and padding. */
  private int writeDescription(ByteBuffer description) throws IOException {
    int length = description.remaining() + padding(description.remaining());
    writeInt(CONTINUATION);
    writeInt(length);
    byte[] bytes = new byte[length];
    description.get(bytes, 0, description.remaining());
    write(bytes, length);
    return length + 8;
  }

  void writeEnd() throws IOException {
    writeInt(CONTINUATION);
    writeInt(0);
  }

  void writeInt(int value) throws IOException {
    write(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array(), Integer.BYTES);
  }

  void write(byte[] bytes, int length) throws IOException {
    write(bytes, 0, length);
  }

  private void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    position += length;
  }

  private static int padding(int length) {
    return -length & ALIGNMENT - 1;
  }
}
