// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.SnappyBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.format.CompressionCodec;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of pages out of their compression. */
final class PageCodec {

  private PageCodec() {}

  /**
   * The {@code plain} bytes that are packed here, neither more nor less.
   *
   * @throws TwinhouseException INCORRECT_DATA, NOT_IMPLEMENTED for a method that is not here
   */
  static Slice unpack(@Nullable CompressionCodec method, Slice packed, int plain) {
    if (method == CompressionCodec.UNCOMPRESSED) {
      return packed.part(0, plain);
    }
    if (plain == 0) {
      return Slice.EMPTY;
    }
    byte[] target = new byte[plain];
    int length;
    try {
      length = unpack(method, packed, target);
    } catch (IOException | LZ4Exception | ZstdException | IndexOutOfBoundsException garbled) {
      throw ParquetFile.broken("a page cannot be decompressed: " + garbled.getMessage());
    }
    if (length != plain) {
      throw ParquetFile.broken("a page of " + plain + " bytes holds " + length);
    }
    return new Slice(target, 0, plain);
  }

  private static int unpack(@Nullable CompressionCodec method, Slice packed, byte[] target)
      throws IOException {
    byte[] data = packed.data();
    if (method == CompressionCodec.ZSTD) {
      return (int)
          Zstd.decompressByteArray(target, 0, target.length, data, packed.from(), packed.length());
    }
    if (method == CompressionCodec.SNAPPY) {
      return SnappyBlock.decode(data, packed.from(), packed.to(), target);
    }
    if (method == CompressionCodec.LZ4_RAW) {
      return LZ4Factory.safeInstance()
          .safeDecompressor()
          .decompress(data, packed.from(), packed.length(), target, 0, target.length);
    }
    if (method == CompressionCodec.GZIP) {
      ByteArrayInputStream in = new ByteArrayInputStream(data, packed.from(), packed.length());
      try (GZIPInputStream plain = new GZIPInputStream(in)) {
        return plain.readNBytes(target, 0, target.length);
      }
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Parquet pages packed with "
            + method
            + " are not read; write them with zstd, lz4_raw,"
            + " snappy or gzip");
  }
}
