// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Decodes from the first read on; data that are no such encoding are the client's mistake. */
final class DecodedInputStream extends InputStream {

  private final InputStream encoded;
  private final HttpEncoding encoding;
  private @Nullable InputStream decoder;

  DecodedInputStream(InputStream encoded, HttpEncoding encoding) {
    this.encoded = encoded;
    this.encoding = encoding;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      InputStream in = decoder;
      if (in == null) {
        in = encoding.decoder(encoded);
        decoder = in;
      }
      return in.read(target, offset, length);
    } catch (IOException broken) {
      throw new TwinhouseException(
          code(), encoding.token() + " decoding failed: " + broken.getMessage(), broken);
    }
  }

  private ErrorCode code() {
    return switch (encoding) {
      case GZIP, DEFLATE -> ErrorCode.ZLIB_INFLATE_FAILED;
      case LZ4 -> ErrorCode.LZ4_DECODER_FAILED;
      case ZSTD -> ErrorCode.ZSTD_DECODER_FAILED;
    };
  }
}
