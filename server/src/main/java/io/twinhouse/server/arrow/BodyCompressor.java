// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import com.github.luben.zstd.Zstd;
import io.twinhouse.server.compression.Lz4FrameEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compresses the buffers of one body in their order, as the server's writer does: so frames are the
 * same bytes. For one thread.
 */
abstract class BodyCompressor {

  /** Stands before a buffer that is not compressed, for its length. */
  private static final long NOT_COMPRESSED = -1;

  private static final int ZSTD_LEVEL = 1;

  /** For another body. */
  static BodyCompressor of(BodyCodec codec) {
    return switch (codec) {
      case NONE -> new Plain();
      case LZ4_FRAME -> new Lz4();
      case ZSTD -> new Zstandard();
    };
  }

  /** What stands in the body for a buffer, from position 0 to the limit. */
  ByteBuffer body(ByteBuffer buffer) {
    if (buffer.limit() == 0) {
      return buffer;
    }
    byte[] compressed = compress(buffer.array(), buffer.arrayOffset(), buffer.limit());
    return compressed.length < buffer.limit()
        ? marked(buffer.limit(), ByteBuffer.wrap(compressed))
        : marked(NOT_COMPRESSED, buffer.duplicate());
  }

  private static ByteBuffer marked(long length, ByteBuffer bytes) {
    return ByteBuffer.allocate(Long.BYTES + bytes.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(bytes)
        .rewind();
  }

  abstract byte[] compress(byte[] source, int from, int length);

  private static final class Plain extends BodyCompressor {
    @Override
    ByteBuffer body(ByteBuffer buffer) {
      return buffer;
    }

    @Override
    byte[] compress(byte[] source, int from, int length) {
      throw new IllegalStateException("nothing is compressed");
    }
  }

  private static final class Lz4 extends BodyCompressor {
    private final Lz4FrameEncoder encoder = new Lz4FrameEncoder();

    @Override
    byte[] compress(byte[] source, int from, int length) {
      return encoder.encode(source, from, length);
    }
  }

  private static final class Zstandard extends BodyCompressor {
    @Override
    byte[] compress(byte[] source, int from, int length) {
      byte[] room = new byte[(int) Zstd.compressBound(length)];
      long size = Zstd.compressByteArray(room, 0, room.length, source, from, length, ZSTD_LEVEL);
      if (Zstd.isError(size)) {
        throw new IllegalStateException(Zstd.getErrorName(size));
      }
      return Arrays.copyOf(room, (int) size);
    }
  }
}
