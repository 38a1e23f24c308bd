// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.api.measure.BlockBytes;
import io.twinhouse.engine.api.measure.ResultLimits;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result over a source. Closes the source at the end, after a failure and when asked; an engine
 * that shuts down may close it from another thread, which then waits for the running call.
 */
final class StreamedResult implements QueryResult, RunningQuery.Activity {

  private final String queryId;
  private final ResultSource source;
  private final Schema schema;
  private final List<Note> notes;
  private final @Nullable String format;
  private final ResultLimits limits;
  private final Settings settings;
  private @Nullable QuotaMeter meter;
  private final Runnable onClose;
  private volatile long resultRows;
  private volatile @Nullable Throwable failure;
  private long resultBytes;
  private long blockBytes;
  private boolean mayFollow = true;
  private boolean closed;
  private @Nullable Batch totals;

  StreamedResult(
      String queryId,
      ResultSource source,
      List<Note> notes,
      @Nullable String format,
      ResultLimits limits,
      Settings settings,
      Runnable onClose) {
    this.queryId = queryId;
    this.source = source;
    schema = source.schema();
    this.notes = notes;
    this.format = format;
    this.limits = limits;
    this.settings = settings;
    this.onClose = onClose;
  }

  /** Has what is read and given out counted from now on. */
  synchronized void countedBy(QuotaMeter counter) {
    meter = counter;
  }

  @Override
  public String queryId() {
    return queryId;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public synchronized boolean keepTypes() {
    return source.keepTypes();
  }

  @Override
  public synchronized @Nullable Batch next() {
    if (closed) {
      return null;
    }
    try {
      Batch batch = mayFollow ? source.next() : null;
      if (batch == null) {
        totals = source.totals();
        countRead();
        close();
        return null;
      }
      long bytes = BlockBytes.of(schema.types(), batch);
      blockBytes += bytes;
      count(batch.rows(), bytes);
      resultRows += batch.rows();
      resultBytes += ResultLimits.bytesOf(batch);
      mayFollow = limits.allowMore(resultRows, resultBytes);
      return batch;
    } catch (RuntimeException | Error e) {
      failure = e;
      if (meter != null) {
        meter.failed(source.statistics());
      }
      close();
      throw e;
    }
  }

  private void count(long rows, long bytes) {
    countRead();
    if (meter != null && meter.counts()) {
      meter.result(rows, bytes);
    }
  }

  private void countRead() {
    if (meter != null && meter.counts()) {
      meter.read(source.statistics());
    }
  }

  @Override
  public synchronized @Nullable Batch totals() {
    return totals;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Batch batch = next(); batch != null; batch = next()) {
      for (int row = 0; row < batch.rows(); row++) {
        List<@Nullable Object> values = new ArrayList<>(batch.width());
        for (int i = 0; i < batch.width(); i++) {
          values.add(JavaValues.get(schema.type(i), batch.column(i), row));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  @Override
  public synchronized QueryStatistics statistics() {
    QueryStatistics s = source.statistics();
    return new QueryStatistics(
        s.readRows(),
        s.readBytes(),
        s.rowsToRead(),
        s.writtenRows(),
        s.writtenBytes(),
        resultRows,
        blockBytes,
        s.elapsedNanos(),
        s.peakMemoryBytes(),
        s.repeatablePeak(),
        s.readGranules(),
        s.rowsBeforeLimit(),
        s.operators());
  }

  @Override
  public List<Note> notes() {
    return notes;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public @Nullable String format() {
    return format;
  }

  @Override
  public QueryEntry.Figures figures() {
    QueryStatistics now = source.statistics();
    return new QueryEntry.Figures(
        now.readRows(),
        now.readBytes(),
        now.writtenRows(),
        resultRows,
        now.peakMemoryBytes(),
        QueryEntry.Figures.rowsOf(now.readGranules(), now.readRows()));
  }

  @Override
  public long heldBytes() {
    return source.heldBytes();
  }

  /** Why the result ended early, null if it did not. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Makes a running call fail soon; from any thread. */
  @Override
  public void cancel() {
    source.cancel();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        source.close();
      } finally {
        onClose.run();
      }
    }
  }
}
