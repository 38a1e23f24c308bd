// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.Lz4Frame;
import java.io.IOException;
import org.apache.arrow.flatbuf.CompressionType;

/** How the buffers of a message's body are compressed, each for itself. */
enum BodyCodec {
  NONE(-1) {
    @Override
    void decompress(byte[] source, int from, int length, byte[] target) {
      throw new IllegalStateException("nothing is compressed");
    }
  },

  LZ4_FRAME(CompressionType.LZ4_FRAME) {
    @Override
    void decompress(byte[] source, int from, int length, byte[] target) throws IOException {
      Lz4Frame.decode(source, from, length, target);
    }
  },

  ZSTD(CompressionType.ZSTD) {
    @Override
    void decompress(byte[] source, int from, int length, byte[] target) throws IOException {
      try {
        long size = Zstd.decompressByteArray(target, 0, target.length, source, from, length);
        if (size != target.length) {
          throw new IOException("another length than it says");
        }
      } catch (ZstdException broken) {
        throw new IOException(broken.getMessage(), broken);
      }
    }
  };

  private final int number;

  BodyCodec(int number) {
    this.number = number;
  }

  /** As {@code output_format_arrow_compression_method} names it. */
  static BodyCodec named(String method) {
    return switch (method) {
      case "none" -> NONE;
      case "zstd" -> ZSTD;
      default -> LZ4_FRAME;
    };
  }

  /**
   * By the number in a message.
   *
   * @throws TwinhouseException INCORRECT_DATA for an unknown one
   */
  static BodyCodec numbered(int number) {
    for (BodyCodec codec : values()) {
      if (codec.number == number && codec != NONE) {
        return codec;
      }
    }
    throw new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Arrow data are compressed with an unknown method " + number);
  }

  /** In a message; of no meaning for {@link #NONE}. */
  byte number() {
    return (byte) number;
  }

  /** Fills {@code target}, no more and no less. */
  abstract void decompress(byte[] source, int from, int length, byte[] target) throws IOException;
}
