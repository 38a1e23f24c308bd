// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of files, one after the other; one file is open at a time. */
public final class FilesReader implements RowReader {

  private final Infile files;
  private final Iterator<Path> paths;
  private final Function<InputStream, RowReader> format;
  private final Schema unread;
  private @Nullable Path path;
  private @Nullable InputStream data;
  private @Nullable RowReader reader;
  private @Nullable Schema current;

  /**
   * @param columns asked for: those of no file at all
   * @param format reads one file
   */
  public FilesReader(
      Infile files, FileAccess access, Schema columns, Function<InputStream, RowReader> format) {
    this.files = files;
    this.paths = files.files(access).iterator();
    this.format = format;
    this.unread = columns;
  }

  /** The file that the last batch is of. */
  Path path() {
    if (path == null) {
      throw new IllegalStateException("no file has been read");
    }
    return path;
  }

  /** Columns of the last batch: files with names may differ in theirs. */
  @Override
  public Schema schema() {
    return current == null ? unread : current;
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return reader == null ? null : reader.omitted(column);
  }

  @Override
  public @Nullable Batch next() {
    while (reader != null || paths.hasNext()) {
      try {
        RowReader rows = reader == null ? open(paths.next()) : reader;
        Batch batch = rows.next();
        if (batch != null) {
          current = rows.schema();
          return batch;
        }
      } catch (TwinhouseException e) {
        throw e.withContext("(in file/uri " + path + ")");
      }
      close();
    }
    return null;
  }

  private RowReader open(Path file) {
    path = file;
    InputStream opened = files.open(file);
    data = opened;
    RowReader rows = format.apply(opened);
    reader = rows;
    return rows;
  }

  /** Closes the file that is open. */
  @Override
  public void close() {
    RowReader rows = reader;
    InputStream in = data;
    reader = null;
    data = null;
    try (in) {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
