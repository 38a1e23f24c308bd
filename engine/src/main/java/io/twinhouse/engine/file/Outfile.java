// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that a result is written to.
 *
 * @param path as the statement has it
 * @param andStdout whether the rows go to the client too
 * @param compression null to go by the file's name
 * @param level null for 3, the server's own
 */
public record Outfile(
    String path,
    Mode mode,
    boolean andStdout,
    @Nullable String compression,
    @Nullable Integer level) {

  private static final int BUFFER = 1 << 16;
  private static final int USUAL_LEVEL = 3;
  private static final int STRONGEST_OF_MOST = 9;

  /** What becomes of a file that is there already. */
  public enum Mode {
    /** It is an error. */
    CREATE,
    /** Rows are added at its end; not to a compressed one. */
    APPEND,
    /** The same, where more of a compressed file may stand behind the one that is there. */
    ADD,
    /** It is written anew. */
    TRUNCATE
  }

  /** The format told by the name; else the one that the server falls back to. */
  public String format() {
    String told = FileNames.format(path);
    return told == null ? "TabSeparated" : told;
  }

  /**
   * Opens the file; the caller closes it, without which the end may be missing.
   *
   * @throws TwinhouseException FILE_ALREADY_EXISTS, FILE_DOESNT_EXIST, CANNOT_OPEN_FILE,
   *     BAD_ARGUMENTS, NOT_IMPLEMENTED
   */
  public OutputStream open(FileAccess access) {
    Path file = access.resolve(path);
    Compression codec = Compressions.of(path, compression);
    int strength = strength(codec);
    if (Files.isDirectory(file)) {
      throw noFile(null);
    }
    if (mode == Mode.CREATE && Files.exists(file)) {
      throw exists();
    }
    if (mode == Mode.APPEND && codec != null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot append to compressed file. Please use uncompressed file or remove APPEND"
              + " keyword.");
    }
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options()), BUFFER);
      return codec == null ? out : codec.encode(out, strength);
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } catch (NoSuchFileException e) {
      throw noFile(e);
    } catch (IOException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_OPEN_FILE, "Cannot open file " + path + ": " + e, e);
    }
  }

  private int strength(@Nullable Compression codec) {
    int strongest = codec == null ? STRONGEST_OF_MOST : codec.strongest();
    if (level != null && (level < 1 || level > strongest)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Invalid compression level, must be positive integer in range 1-" + strongest);
    }
    return level == null ? USUAL_LEVEL : level;
  }

  private TwinhouseException noFile(@Nullable IOException cause) {
    return new TwinhouseException(
        ErrorCode.FILE_DOESNT_EXIST,
        "Cannot open file " + path + ": there is no such place",
        cause);
  }

  private TwinhouseException exists() {
    return new TwinhouseException(
        ErrorCode.FILE_ALREADY_EXISTS,
        "File " + path + " exists, consider using APPEND or TRUNCATE.");
  }

  private OpenOption[] options() {
    return switch (mode) {
      case CREATE -> new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
      case APPEND, ADD -> new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
      case TRUNCATE ->
          new OpenOption[] {
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE
          };
    };
  }
}
