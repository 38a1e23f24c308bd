// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that rows are read from.
 *
 * @param paths as the statement has them, perhaps patterns; at least one
 * @param compression null to go by each file's name
 */
public record Infile(List<String> paths, @Nullable String compression) {

  private static final int BUFFER = 1 << 16;

  public Infile {
    paths = List.copyOf(paths);
  }

  public Infile(String path, @Nullable String compression) {
    this(List.of(path), compression);
  }

  /**
   * The files, those of each pattern in order of their names.
   *
   * @throws TwinhouseException FILE_DOESNT_EXIST if the one named is not there, CANNOT_STAT if it
   *     is one of several
   */
  public List<Path> files(FileAccess access) {
    List<Path> all = new ArrayList<>();
    for (String path : paths) {
      FilePattern pattern = new FilePattern(access.resolve(path));
      List<Path> files = pattern.files();
      if (!pattern.isMany() && !Files.exists(files.get(0))) {
        throw paths.size() == 1
            ? missing(files.get(0), null)
            : new TwinhouseException(ErrorCode.CANNOT_STAT, "Cannot stat file " + files.get(0));
      }
      all.addAll(files);
    }
    return all;
  }

  /** Opens one of the files; reading gives what was compressed. */
  public InputStream open(Path file) {
    Compression codec = Compressions.of(file.toString(), compression);
    InputStream raw;
    try {
      raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_OPEN_FILE, "Cannot open file " + file + ": " + e, e);
    }
    return codec == null ? raw : new Decoded(codec.decode(raw), raw);
  }

  private static TwinhouseException missing(Path file, @Nullable IOException cause) {
    return new TwinhouseException(
        ErrorCode.FILE_DOESNT_EXIST, "File " + file + " doesn't exist", cause);
  }

  /** Closes the file too, which its decoder does not. */
  private static final class Decoded extends FilterInputStream {
    private final InputStream raw;

    Decoded(InputStream decoder, InputStream raw) {
      super(decoder);
      this.raw = raw;
    }

    @Override
    public void close() throws IOException {
      try {
        in.close();
      } finally {
        raw.close();
      }
    }
  }
}
