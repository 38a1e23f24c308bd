// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.spi.Storage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A query between its first and its last look. Thread-safe. */
final class RunningQuery {

  private final String id;
  private final QueryRequest request;
  private final String database;
  private final Instant start;
  private final long startNanos = System.nanoTime();
  private volatile @Nullable Activity activity;
  private volatile @Nullable RunningQuery part;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;

  RunningQuery(String id, QueryRequest request, String database, Instant start) {
    this.id = id;
    this.request = request;
    this.database = database;
    this.start = start;
  }

  /** What runs for a query. Thread-safe. */
  interface Activity {

    QueryEntry.Figures figures();

    /** Bytes of memory held now. */
    long heldBytes();

    /** Makes it fail soon. */
    void cancel();
  }

  /** A query that another house is working on, before its first row is there. */
  record Remote(Storage house, String queryId) implements Activity {

    @Override
    public QueryEntry.Figures figures() {
      return QueryEntry.Figures.NONE;
    }

    @Override
    public long heldBytes() {
      return 0;
    }

    @Override
    public void cancel() {
      house.cancel(queryId);
    }
  }

  void started(Activity of) {
    activity = of;
  }

  /** States that another query runs for this one, and is not wanted when this one is not. */
  void runs(RunningQuery of) {
    part = of;
    if (cancelled) {
      of.cancel();
    }
  }

  void failed(Throwable with) {
    failure = with;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
    Activity now = activity;
    if (now != null) {
      now.cancel();
    }
    RunningQuery within = part;
    if (within != null) {
      within.cancel();
    }
  }

  /** The result that its owner reads, if there is one yet. */
  @Nullable StreamedResult result() {
    return activity instanceof StreamedResult result ? result : null;
  }

  /** How the query ended, once it did. */
  QueryEntry.Stage lastStage() {
    if (failure() == null) {
      return QueryEntry.Stage.FINISH;
    }
    return activity == null ? QueryEntry.Stage.FAILED_BEFORE_START : QueryEntry.Stage.FAILED;
  }

  private @Nullable Throwable failure() {
    StreamedResult result = result();
    return failure != null || result == null ? failure : result.failure();
  }

  QueryEntry entry(QueryEntry.Stage stage) {
    Activity now = activity;
    boolean begins = stage == QueryEntry.Stage.START;
    Throwable why = begins ? null : failure();
    return new QueryEntry(
        id,
        request.user(),
        request.sql(),
        database,
        stage,
        start,
        begins ? 0 : System.nanoTime() - startNanos,
        begins || now == null ? QueryEntry.Figures.NONE : now.figures(),
        begins || now == null ? 0 : now.heldBytes(),
        cancelled,
        why instanceof TwinhouseException known ? known.number() : why == null ? 0 : 1001,
        why == null ? "" : String.valueOf(why.getMessage()));
  }
}
