// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import io.twinhouse.engine.file.Compression;
import io.twinhouse.engine.file.CompressionProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The encodings of HTTP as compressions of files. Found by ServiceLoader. */
public final class FileCompressions implements CompressionProvider {

  @Override
  public List<Compression> compressions() {
    return List.of(
        new OfFile(HttpEncoding.GZIP, List.of("gz"), 9),
        new OfFile(HttpEncoding.DEFLATE, List.of(), 9),
        new OfFile(HttpEncoding.ZSTD, List.of("zst"), 22),
        new OfFile(HttpEncoding.LZ4, List.of(), 12));
  }

  private record OfFile(HttpEncoding encoding, List<String> otherNames, int strongest)
      implements Compression {

    @Override
    public String name() {
      return encoding.token();
    }

    @Override
    public OutputStream encode(OutputStream out, int level) throws IOException {
      return encoding.encode(out, level);
    }

    @Override
    public InputStream decode(InputStream in) {
      return encoding.decode(in);
    }
  }
}
