// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.binary.BinaryReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads messages as rows. */
final class ProtobufReader implements RowReader {

  /** Bytes of a message; what is longer is no message, or no row. */
  private static final int LONGEST = 64 << 20;

  private final ProtobufFormat.Framing framing;
  private final MessageCodec codec;
  private final BatchBuilder batch;
  private final BinaryReader in;
  private final InputStream data;

  /** Bytes that are left of a list; -1 before its length was read. */
  private long left = -1;

  private boolean ended;

  ProtobufReader(
      ProtobufFormat.Framing framing, MessageType type, Schema columns, InputStream data) {
    this.framing = framing;
    this.codec = new MessageCodec(type, columns.names(), columns.types(), false);
    this.batch = new BatchBuilder(columns);
    this.data = data;
    this.in = new BinaryReader(data);
  }

  @Override
  public Schema schema() {
    return batch.schema();
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return batch.omitted(column);
  }

  @Override
  public @Nullable Batch next() {
    batch.begin();
    try {
      while (!batch.isFull()) {
        byte[] message = message();
        if (message == null) {
          break;
        }
        MessageInput read = new MessageInput(message);
        codec.read(read, 0, message.length, batch::value);
        batch.endRow();
      }
      return batch.build();
    } catch (TwinhouseException refused) {
      if (refused.is(ErrorCode.CANNOT_READ_ALL_DATA)) {
        throw new TwinhouseException(
            ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof", refused);
      }
      throw refused;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private byte @Nullable [] message() throws IOException {
    return switch (framing) {
      case EACH -> in.atEnd() ? null : bytes(length());
      case NONE -> whole();
      case LIST -> element();
    };
  }

  private byte @Nullable [] whole() throws IOException {
    if (ended) {
      return null;
    }
    ended = true;
    byte[] message = data.readNBytes(LONGEST + 1);
    if (message.length > LONGEST) {
      throw tooLong();
    }
    return message.length == 0 ? null : message;
  }

  private byte @Nullable [] element() throws IOException {
    if (left < 0) {
      left = in.atEnd() ? 0 : length();
    }
    if (left == 0) {
      if (!in.atEnd()) {
        throw MessageInput.corrupt();
      }
      return null;
    }
    long tag = in.readVarUInt();
    if (tag != (1 << 3 | 2)) {
      throw MessageInput.corrupt();
    }
    long length = length();
    left -= 1 + bytesOf(length) + length;
    if (left < 0) {
      throw MessageInput.corrupt();
    }
    return bytes(length);
  }

  private static int bytesOf(long varint) {
    return varint == 0 ? 1 : (63 - Long.numberOfLeadingZeros(varint)) / 7 + 1;
  }

  private long length() throws IOException {
    return in.readVarUInt();
  }

  private byte[] bytes(long length) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw MessageInput.corrupt();
    }
    if (length > LONGEST) {
      throw tooLong();
    }
    return in.readBytes((int) length);
  }

  private static TwinhouseException tooLong() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Protobuf messages of more than 64 MiB are not supported");
  }

  @Override
  public boolean handsOver() {
    return true;
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
