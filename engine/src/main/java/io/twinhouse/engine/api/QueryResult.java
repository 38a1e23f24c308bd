// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.setting.Settings;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, streamed, and its figures. For one thread; close it. */
public interface QueryResult extends AutoCloseable {

  String queryId();

  /** Columns of the result; empty for statements that have none. */
  Schema schema();

  /**
   * Asks for rows as they are in flight, where values of type JSON carry marks that tell the types
   * at their paths; before the first batch. {@link OutputFormat#typedWriter} writes such rows.
   *
   * @return false if the rows are of another house, which sends no types
   */
  boolean keepTypes();

  /**
   * Begins to write this result in a format, with the types within JSON where it asks for them.
   * Batches go from {@link #next()} to the writer unchanged.
   */
  default ResultWriter writer(OutputFormat format, FormatSettings settings, OutputStream out) {
    ResultWriter typed = format.typedWriter(schema(), settings, out);
    return typed != null && keepTypes() ? typed : format.writer(schema(), settings, out);
  }

  /** The next batch, valid until the next call, or null at the end. */
  @Nullable Batch next();

  /** The WITH TOTALS row, once {@link #next()} has returned null; null if the query has none. */
  @Nullable Batch totals();

  /**
   * All remaining rows as Java values: see {@link io.twinhouse.engine.column.JavaValues} for what
   * each type becomes. NULL is null.
   */
  List<List<@Nullable Object>> rows();

  /** Figures so far; final once {@link #next()} has returned null. */
  QueryStatistics statistics();

  /** What the rewrites changed. */
  List<Note> notes();

  /** The settings that were changed for this query: by the session, the request, its own clause. */
  Settings settings();

  /** The FORMAT clause, or null. */
  @Nullable String format();

  /** Stops the query if it still runs and frees what it holds; idempotent. */
  @Override
  void close();
}
