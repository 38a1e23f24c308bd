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
    int header = schema.getSchema(builder);
    writeDescription(finished(builder, MessageHeader.Schema, header, 0));
  }

  Block writeBatch(ArrowBlock block) throws IOException {
    long start = position;
    List<ByteBuffer> bodies = new ArrayList<>();
    long bodyLength = 0;
    for (ByteBuffer buffer : block.buffers()) {
      ByteBuffer body = body(buffer);
      bodies.add(body);
      bodyLength += body.limit() + padding(body.limit());
    }
    int description = writeDescription(describe(block, bodies, bodyLength));
    for (ByteBuffer body : bodies) {
      write(body.array(), body.arrayOffset(), body.limit());
      write(PADDING, padding(body.limit()));
    }
    return new Block(start, description, bodyLength);
  }

  /** What a buffer is in the body: compressed ones say how long they will be. */
  private ByteBuffer body(ByteBuffer buffer) throws IOException {
    if (codec == BodyCodec.NONE || buffer.limit() == 0) {
      return buffer;
    }
    byte[] compressed = codec.compress(buffer.array(), buffer.arrayOffset(), buffer.limit());
    return ByteBuffer.allocate(8 + compressed.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(buffer.limit())
        .put(compressed);
  }

  private ByteBuffer describe(ArrowBlock block, List<ByteBuffer> bodies, long bodyLength) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    List<ArrowBlock.Node> nodes = block.nodes();
    RecordBatch.startNodesVector(builder, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(builder, nodes.get(i).rows(), nodes.get(i).nulls());
    }
    int nodesAt = builder.endVector();
    RecordBatch.startBuffersVector(builder, bodies.size());
    long end = bodyLength;
    for (int i = bodies.size() - 1; i >= 0; i--) {
      int length = bodies.get(i).limit();
      end -= length + padding(length);
      Buffer.createBuffer(builder, end, length);
    }
    int buffersAt = builder.endVector();
    int compressionAt =
        codec == BodyCodec.NONE
            ? 0
            : BodyCompression.createBodyCompression(
                builder, codec.number(), BodyCompressionMethod.BUFFER);
    RecordBatch.startRecordBatch(builder);
    RecordBatch.addLength(builder, block.rows());
    RecordBatch.addNodes(builder, nodesAt);
    RecordBatch.addBuffers(builder, buffersAt);
    if (compressionAt != 0) {
      RecordBatch.addCompression(builder, compressionAt);
    }
    int header = RecordBatch.endRecordBatch(builder);
    return finished(builder, MessageHeader.RecordBatch, header, bodyLength);
  }

  private static ByteBuffer finished(
      FlatBufferBuilder builder, byte kind, int header, long bodyLength) {
    Message.startMessage(builder);
    Message.addHeaderType(builder, kind);
    Message.addHeader(builder, header);
    Message.addVersion(builder, MetadataVersion.V5);
    Message.addBodyLength(builder, bodyLength);
    builder.finish(Message.endMessage(builder));
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
