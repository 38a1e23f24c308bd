// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import com.github.luben.zstd.Zstd;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.format.CompressionCodec;

/** How pages are packed. */
enum PagePacking {
  NONE(CompressionCodec.UNCOMPRESSED) {
    @Override
    byte[] pack(byte[] page) {
      return page;
    }
  },

  ZSTD(CompressionCodec.ZSTD) {
    @Override
    byte[] pack(byte[] page) {
      return Zstd.compress(page, 1);
    }
  },

  LZ4(CompressionCodec.LZ4_RAW) {
    @Override
    byte[] pack(byte[] page) {
      return LZ4Factory.safeInstance().fastCompressor().compress(page);
    }
  },

  GZIP(CompressionCodec.GZIP) {
    @Override
    byte[] pack(byte[] page) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(page);
      }
      return packed.toByteArray();
    }
  };

  private final CompressionCodec codec;

  PagePacking(CompressionCodec codec) {
    this.codec = codec;
  }

  /**
   * As {@code output_format_parquet_compression_method} names it.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static PagePacking named(String method) {
    return switch (method) {
      case "none" -> NONE;
      case "zstd" -> ZSTD;
      case "lz4" -> LZ4;
      case "gzip" -> GZIP;
      default ->
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "Setting 'output_format_parquet_compression_method' knows none, zstd, lz4 and gzip"
                  + " here, not '"
                  + method
                  + "'");
    };
  }

  /** As the file names it. */
  CompressionCodec codec() {
    return codec;
  }

  abstract byte[] pack(byte[] page) throws IOException;
}
