// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.file.Outfile;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows that pass by to a file, a batch at a time; the file is whole at their end. */
final class ExportSource implements ResultSource {

  private static final Schema NOTHING = new Schema(List.of());

  private final ResultSource rows;
  private final Outfile target;
  private final OutputStream file;
  private final ResultWriter writer;
  private @Nullable Batch totals;
  private boolean closed;

  /**
   * Opens the file.
   *
   * @param rows closed with this, and if the file can't be opened
   */
  ExportSource(
      ResultSource rows, Outfile target, String format, FormatSettings settings, FileAccess files) {
    this.rows = rows;
    this.target = target;
    OutputStream opened = null;
    try {
      OutputFormat written = Formats.output(format);
      opened = target.open(files);
      file = opened;
      writer = written.writer(rows.schema(), settings, opened);
    } catch (RuntimeException | Error e) {
      rows.close();
      closeQuietly(opened, e);
      throw e;
    }
  }

  private static void closeQuietly(@Nullable OutputStream out, Throwable reason) {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  @Override
  public Schema schema() {
    return target.andStdout() ? rows.schema() : NOTHING;
  }

  @Override
  public @Nullable Batch next() {
    try {
      for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
        writer.write(batch);
        if (target.andStdout()) {
          return batch;
        }
      }
      totals = rows.totals();
      if (totals != null) {
        writer.totals(totals);
      }
      QueryStatistics read = rows.statistics();
      writer.end(
          new ResultFigures(
              read.elapsedNanos(), read.readRows(), read.readBytes(), read.rowsBeforeLimit()));
      closed = true;
      file.close();
      return null;
    } catch (IOException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_WRITE_TO_FILE_DESCRIPTOR, "Cannot write to file " + target.path(), e);
    }
  }

  @Override
  public @Nullable Batch totals() {
    return target.andStdout() ? totals : null;
  }

  @Override
  public QueryStatistics statistics() {
    return rows.statistics();
  }

  @Override
  public long heldBytes() {
    return rows.heldBytes();
  }

  @Override
  public void cancel() {
    rows.cancel();
  }

  /** After a failure the file keeps what was written, as a client of the server leaves it. */
  @Override
  public void close() {
    try {
      if (!closed) {
        closed = true;
        file.close();
      }
    } catch (IOException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_WRITE_TO_FILE_DESCRIPTOR, "Cannot write to file " + target.path(), e);
    } finally {
      rows.close();
    }
  }
}
