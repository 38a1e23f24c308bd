// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.ErrorCount;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.frontend.QueryJournal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries of an engine that are not closed yet, by id, and a log of those before. */
final class RunningQueries implements QueryJournal {

  private static final long LOOK_MILLIS = 5;

  private final Clock clock;
  private final Map<String, RunningQuery> running = new LinkedHashMap<>();
  private final QueryLog log = new QueryLog();
  private final SortedMap<Integer, ErrorCount> errors = new TreeMap<>();
  private boolean closed;

  RunningQueries(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes an id for a query that is about to start; a random one if it asks for none.
   *
   * @param whole the id of the query that it is a part of; null if it is none
   */
  synchronized String begin(QueryRequest request, String database, @Nullable String whole) {
    checkOpen();
    String wanted = request.queryId();
    String id = wanted.isEmpty() ? UUID.randomUUID().toString() : wanted;
    if (running.containsKey(id)) {
      throw new TwinhouseException(
          ErrorCode.QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING,
          "Query with id = " + id + " is already running.");
    }
    RunningQuery query = new RunningQuery(id, request, database, clock.instant());
    running.put(id, query);
    RunningQuery outer = whole == null ? null : running.get(whole);
    if (outer != null) {
      outer.runs(query);
    }
    return id;
  }

  synchronized void checkOpen() {
    if (closed) {
      throw new TwinhouseException(
          ErrorCode.ABORTED, "The engine is closed; open another one to run queries");
    }
  }

  /**
   * Refuses to go on with a query that was cancelled before it ran.
   *
   * @throws TwinhouseException QUERY_WAS_CANCELLED
   */
  void requireWanted(String id) {
    boolean cancelled;
    synchronized (this) {
      RunningQuery query = running.get(id);
      cancelled = closed || (query != null && query.isCancelled());
    }
    if (cancelled) {
      throw new TwinhouseException(ErrorCode.QUERY_WAS_CANCELLED, "Query was cancelled");
    }
  }

  /** States that a query is planned and runs from now on. */
  void started(String id, RunningQuery.Activity activity) {
    RunningQuery query;
    boolean cancelled;
    synchronized (this) {
      query = running.get(id);
      cancelled = closed || (query != null && query.isCancelled());
    }
    if (query != null) {
      query.started(activity);
      log.add(query.entry(QueryEntry.Stage.START));
    }
    if (cancelled) {
      activity.cancel();
    }
  }

  /** Keeps why a query failed until its end. */
  synchronized void failed(String id, Throwable failure) {
    RunningQuery query = running.get(id);
    if (query != null) {
      query.failed(failure);
    }
  }

  void end(String id) {
    RunningQuery query;
    synchronized (this) {
      query = running.remove(id);
      notifyAll();
    }
    if (query != null) {
      QueryEntry entry = query.entry(query.lastStage());
      log.add(entry);
      count(entry);
    }
  }

  private synchronized void count(QueryEntry entry) {
    int code = entry.exceptionCode();
    if (code != 0) {
      ErrorCount before = errors.get(code);
      errors.put(code, new ErrorCount(code, before == null ? 1 : before.count() + 1, entry));
    }
  }

  @Override
  public synchronized List<ErrorCount> errors() {
    return List.copyOf(errors.values());
  }

  /** Cancels a query; whether there was one. */
  boolean cancel(String id) {
    RunningQuery query;
    synchronized (this) {
      query = running.get(id);
    }
    if (query != null) {
      query.cancel();
    }
    return query != null;
  }

  /** Waits until a query is over; whether it is. */
  synchronized boolean awaitEnd(String id, long mostNanos) {
    long start = System.nanoTime();
    while (running.containsKey(id) && System.nanoTime() - start < mostNanos) {
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return !running.containsKey(id);
  }

  @Override
  public List<QueryEntry> running() {
    List<RunningQuery> queries;
    synchronized (this) {
      queries = List.copyOf(running.values());
    }
    return queries.stream().map(query -> query.entry(QueryEntry.Stage.RUNNING)).toList();
  }

  @Override
  public List<QueryEntry> log() {
    return log.entries();
  }

  /** Refuses new queries, cancels all and closes their results. */
  void close() {
    List<StreamedResult> results;
    synchronized (this) {
      closed = true;
      running.values().forEach(RunningQuery::cancel);
      results =
          running.values().stream()
              .map(RunningQuery::result)
              .filter(Objects::nonNull)
              .map(Objects::requireNonNull)
              .toList();
    }
    results.forEach(StreamedResult::close);
  }
}
