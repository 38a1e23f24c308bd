// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which files statements may read and write. A server lets them touch those below one directory; a
 * client, which runs for the one who asks, all that he may touch himself, and it alone runs INTO
 * OUTFILE and FROM INFILE, which are about files at the client.
 *
 * @param directory that relative paths start from; null if no file may be touched
 * @param client whether all files are open
 */
public record FileAccess(@Nullable Path directory, boolean client) {

  /** No file at all. */
  public static final FileAccess NONE = new FileAccess(null, false);

  /** All files, relative paths from {@code directory} on. */
  public static FileAccess ofClient(Path directory) {
    return new FileAccess(directory.toAbsolutePath().normalize(), true);
  }

  /** The files below {@code directory}, the server's user_files. */
  public static FileAccess below(Path directory) {
    return new FileAccess(directory.toAbsolutePath().normalize(), false);
  }

  /**
   * The file that a table function names.
   *
   * @throws TwinhouseException SUPPORT_IS_DISABLED, DATABASE_ACCESS_DENIED, BAD_ARGUMENTS
   */
  public Path resolve(String path) {
    if (directory == null) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Statements may not touch files here; start the server with --user-files-path, or open"
              + " the engine with files(FileAccess)");
    }
    Path file;
    try {
      file = directory.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "No file can be called " + path, e);
    }
    if (!client && !file.startsWith(directory)) {
      throw new TwinhouseException(
          ErrorCode.DATABASE_ACCESS_DENIED,
          "File `" + file + "` is not inside `" + directory + "`");
    }
    return file;
  }

  /**
   * Refuses INTO OUTFILE where nobody has a file.
   *
   * @throws TwinhouseException INTO_OUTFILE_NOT_ALLOWED
   */
  public void requireOutfile() {
    if (!client) {
      throw new TwinhouseException(
          ErrorCode.INTO_OUTFILE_NOT_ALLOWED, "INTO OUTFILE is not allowed");
    }
  }

  /**
   * Refuses FROM INFILE where nobody has a file.
   *
   * @throws TwinhouseException UNKNOWN_TYPE_OF_QUERY
   */
  public void requireInfile() {
    if (!client) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TYPE_OF_QUERY, "Query has infile and was send directly to server");
    }
  }
}
