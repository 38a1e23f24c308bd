// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file's name says: {@code visits.csv.gz} is CSV within gzip.
 *
 * @param format ClickHouse's name, or null where the ending says nothing
 */
record FileFormat(@Nullable String format, @Nullable HttpEncoding encoding) {

  static final FileFormat NONE = new FileFormat(null, null);

  private static final int BUFFER = 1 << 16;

  private static final Map<String, HttpEncoding> ENCODINGS =
      Map.of(
          "gz", HttpEncoding.GZIP,
          "gzip", HttpEncoding.GZIP,
          "zst", HttpEncoding.ZSTD,
          "zstd", HttpEncoding.ZSTD,
          "lz4", HttpEncoding.LZ4,
          "deflate", HttpEncoding.DEFLATE);

  /** Endings that are not the name of a format. */
  private static final Map<String, String> FORMATS =
      Map.of("md", "Markdown", "sql", "SQLInsert", "bin", "RowBinaryWithNamesAndTypes");

  static FileFormat of(Path file) {
    String[] words = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).split("\\.");
    int last = words.length - 1;
    HttpEncoding encoding = last > 0 ? ENCODINGS.get(words[last]) : null;
    if (encoding != null) {
      last--;
    }
    return new FileFormat(last > 0 ? format(words[last]) : null, encoding);
  }

  /** By a usual ending, or by the name of the format itself. */
  private static @Nullable String format(String ending) {
    String usual = FORMATS.get(ending);
    return usual != null
        ? usual
        : Formats.names().stream().filter(ending::equalsIgnoreCase).findFirst().orElse(null);
  }

  /** The format, given or told by the name. */
  String or(@Nullable String given, Path file, String option) {
    if (given != null) {
      return given;
    }
    if (format == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The name " + file + " does not tell its format; give it with " + option + " NAME");
    }
    return format;
  }

  InputStream read(Path file) throws IOException {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      return encoding == null ? in : encoding.decode(in);
    } catch (NoSuchFileException missing) {
      throw new TwinhouseException(
          ErrorCode.FILE_DOESNT_EXIST, "File " + file + " doesn't exist", missing);
    }
  }

  OutputStream write(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    return encoding == null ? out : encoding.encode(out);
  }
}
