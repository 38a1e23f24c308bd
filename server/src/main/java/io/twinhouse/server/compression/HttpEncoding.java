// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.jspecify.annotations.Nullable;

/** Content encodings of HTTP, in the order in which the server prefers them. */
public enum HttpEncoding {
  ZSTD,
  LZ4,
  GZIP,
  DEFLATE;

  private static final Pattern UNWANTED = Pattern.compile("\\s*q\\s*=\\s*0(\\.0*)?\\s*");

  /** The name in HTTP headers. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The encoding to answer with, or null for none that we know. As the server does it: weights tell
   * nothing but what is not wanted, which has the weight 0; a star stands for all not named.
   */
  public static @Nullable HttpEncoding accepted(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return null;
    }
    Map<String, Boolean> named = new HashMap<>();
    for (String element : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = element.split(";", 2);
      named.put(parts[0].strip(), parts.length < 2 || !UNWANTED.matcher(parts[1]).matches());
    }
    boolean others = named.getOrDefault("*", false);
    for (HttpEncoding encoding : values()) {
      if (named.getOrDefault(encoding.token(), others)) {
        return encoding;
      }
    }
    return null;
  }

  /**
   * The encoding of a request's body, or null for none.
   *
   * @throws TwinhouseException UNKNOWN_COMPRESSION_METHOD
   */
  public static @Nullable HttpEncoding ofContent(@Nullable String contentEncoding) {
    if (contentEncoding == null
        || contentEncoding.isBlank()
        || contentEncoding.equalsIgnoreCase("identity")) {
      return null;
    }
    for (HttpEncoding encoding : values()) {
      if (encoding.token().equalsIgnoreCase(contentEncoding.strip())) {
        return encoding;
      }
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Unknown compression method " + contentEncoding + "; send gzip, deflate, lz4 or zstd");
  }

  /** Encodes; close it to write the last bytes. */
  public OutputStream encode(OutputStream out) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(out, 1 << 16);
      case DEFLATE -> new DeflaterOutputStream(out);
      case LZ4 -> new LZ4FrameOutputStream(out);
      case ZSTD -> new ZstdOutputStream(out);
    };
  }

  /** The same by a level from 1, the fastest, on; LZ4 has one only, which decoders do not see. */
  public OutputStream encode(OutputStream out, int level) throws IOException {
    return switch (this) {
      case GZIP -> new LeveledGzip(out, level);
      case DEFLATE -> new LeveledDeflate(out, level);
      case LZ4 -> encode(out);
      case ZSTD -> new ZstdOutputStream(out, level);
    };
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out, int level) throws IOException {
      super(out, 1 << 16);
      def.setLevel(level);
    }
  }

  private static final class LeveledDeflate extends DeflaterOutputStream {
    LeveledDeflate(OutputStream out, int level) {
      super(out);
      def.setLevel(level);
    }
  }

  /** Decodes; reading throws ZLIB_INFLATE_FAILED and the like when the data are something else. */
  public InputStream decode(InputStream in) {
    return new DecodedInputStream(in, this);
  }

  /** The library's own stream, which begins to read at once. */
  InputStream decoder(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(in, 1 << 16);
      case DEFLATE -> new InflaterInputStream(in);
      case LZ4 -> new LZ4FrameInputStream(in);
      case ZSTD -> new ZstdInputStream(in);
    };
  }
}
