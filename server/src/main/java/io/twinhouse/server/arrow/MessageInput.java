// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import io.twinhouse.engine.arrow.ArrowBlock;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Reads messages and the blocks in their bodies. */
final class MessageInput implements AutoCloseable {

  private static final int CONTINUATION = -1;

  /** No description comes near it; what says so is no Arrow data. */
  private static final int MOST_DESCRIPTION = 1 << 28;

  /** No method packs more bytes into one. */
  private static final int MOST_RATIO = 1 << 15;

  private final InputStream in;
  private final boolean footed;
  private final Reservation memory;

  /**
   * @param in not closed here
   * @param footed whether a footer may stand behind the messages, without a mark between
   * @param memory where the block that was read last is reserved
   */
  MessageInput(InputStream in, boolean footed, MemoryContext memory) {
    this.in = in;
    this.footed = footed;
    this.memory = new Reservation(memory);
  }

  /** The next message, or null at the mark that ends them or at the end of the data. */
  @Nullable Message next() throws IOException {
    byte[] mark = in.readNBytes(4);
    if (mark.length == 0) {
      return null;
    }
    int length = little(whole(mark, 4)).getInt();
    if (length == CONTINUATION) {
      length = little(bytes(4)).getInt();
    } else if (footed) {
      return null;
    }
    if (length == 0) {
      return null;
    }
    if (length < 0 || length > MOST_DESCRIPTION) {
      throw broken("a message says that its description has " + length + " bytes");
    }
    try {
      return Message.getRootAsMessage(little(bytes(length)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException garbled) {
      throw broken("the description of a message cannot be read");
    }
  }

  /**
   * The body of a message as a block; the one before must not be used any more.
   *
   * @param batch the message's header, or that of the dictionary in it
   */
  ArrowBlock block(Message message, RecordBatch batch) throws IOException {
    int bytes = length(message.bodyLength(), "a body");
    memory.resize(bytes);
    byte[] body = bytes(bytes);
    BodyCompression compression = batch.compression();
    BodyCodec codec =
        compression == null ? BodyCodec.NONE : BodyCodec.numbered(compression.codec());
    ArrowBlock block = new ArrowBlock(length(batch.length(), "a batch"));
    for (int i = 0; i < batch.nodesLength(); i++) {
      FieldNode node = batch.nodes(i);
      block.add(
          new ArrowBlock.Node(length(node.length(), "a field"), length(node.nullCount(), "NULLs")));
    }
    for (int i = 0; i < batch.buffersLength(); i++) {
      Buffer buffer = batch.buffers(i);
      if (buffer.offset() < 0
          || buffer.length() < 0
          || buffer.offset() > body.length - buffer.length()) {
        throw broken("a buffer goes past the end of its body");
      }
      block.add(buffer(body, (int) buffer.offset(), (int) buffer.length(), codec));
    }
    return block;
  }

  private ByteBuffer buffer(byte[] body, int from, int length, BodyCodec codec) throws IOException {
    if (codec == BodyCodec.NONE || length == 0) {
      return ByteBuffer.wrap(body, from, length).slice();
    }
    if (length < 8) {
      throw broken("a compressed buffer has " + length + " bytes");
    }
    long plain = little(body).getLong(from);
    if (plain == -1) {
      return ByteBuffer.wrap(body, from + 8, length - 8).slice();
    }
    if (plain < 0 || plain > (long) length * MOST_RATIO) {
      throw broken("a buffer of " + length + " bytes says that it holds " + plain);
    }
    memory.grow(plain);
    byte[] target = new byte[length(plain, "a buffer")];
    try {
      codec.decompress(body, from + 8, length - 8, target);
    } catch (IOException garbled) {
      throw broken("a buffer cannot be decompressed: " + garbled.getMessage());
    }
    return ByteBuffer.wrap(target);
  }

  /** Passes over bytes that must be these. */
  void expect(byte[] expected, String what) throws IOException {
    if (!Arrays.equals(in.readNBytes(expected.length), expected)) {
      throw broken(what + " is missing");
    }
  }

  /** Reads to the end of the data, which must end with these bytes. */
  void expectLast(byte[] expected, String what) throws IOException {
    byte[] last = new byte[0];
    for (byte[] next = in.readNBytes(1 << 16); next.length > 0; next = in.readNBytes(1 << 16)) {
      byte[] both = Arrays.copyOf(last, last.length + next.length);
      System.arraycopy(next, 0, both, last.length, next.length);
      int from = Math.max(0, both.length - expected.length);
      last = Arrays.copyOfRange(both, from, both.length);
    }
    if (!Arrays.equals(last, expected)) {
      throw broken(what + " is missing");
    }
  }

  private byte[] bytes(int length) throws IOException {
    return whole(in.readNBytes(length), length);
  }

  private static byte[] whole(byte[] read, int length) {
    if (read.length < length) {
      throw broken("they end within a message");
    }
    return read;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int length(long length, String what) {
    if (length < 0 || length > Integer.MAX_VALUE - 64) {
      throw broken(what + " has the length " + length);
    }
    return (int) length;
  }

  static TwinhouseException broken(String problem) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Error while reading Arrow data: " + problem);
  }

  @Override
  public void close() {
    memory.close();
  }
}
