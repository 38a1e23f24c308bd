// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of files that nobody has declared. */
public final class FileStructure {

  private FileStructure() {}

  /**
   * What the first file says that is not empty; a header of names is for the reader to find in each
   * file again.
   *
   * @throws TwinhouseException CANNOT_STAT, CANNOT_EXTRACT_TABLE_STRUCTURE, NOT_IMPLEMENTED
   */
  public static Structure of(
      Infile infile, FileAccess access, String format, FormatSettings settings) {
    for (Path file : filesOf(infile, access)) {
      Structure told = of(infile, file, format, settings);
      if (told != null) {
        return told;
      }
    }
    throw new TwinhouseException(
        ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
        "The table structure cannot be extracted from a "
            + format
            + " format file, because there are no files with the provided path, or all are empty."
            + " You must specify table structure manually");
  }

  private static List<Path> filesOf(Infile infile, FileAccess access) {
    try {
      return infile.files(access);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.FILE_DOESNT_EXIST)) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_STAT, "Cannot stat file " + access.resolve(infile.paths().get(0)), e);
      }
      throw e;
    }
  }

  private static @Nullable Structure of(
      Infile infile, Path file, String format, FormatSettings settings) {
    try (InputStream data = infile.open(file)) {
      return Files.size(file) == 0 ? null : Structure.of(format, new SampledInput(data), settings);
    } catch (IOException e) {
      throw new TwinhouseException(ErrorCode.CANNOT_OPEN_FILE, "Cannot read file " + file, e);
    } catch (TwinhouseException e) {
      throw e.withContext("(in file/uri " + file + ")");
    }
  }
}
