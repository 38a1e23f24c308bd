// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries of an engine that are not closed yet, by id. Thread-safe. */
final class RunningQueries {

  /** Held in the map between {@link #begin} and {@link #started}. */
  private final Map<String, @Nullable StreamedResult> running = new HashMap<>();

  private boolean closed;

  /**
   * Takes an id for a query that is about to start.
   *
   * @param wanted empty for a random one
   */
  synchronized String begin(String wanted) {
    checkOpen();
    String id = wanted.isEmpty() ? UUID.randomUUID().toString() : wanted;
    if (running.containsKey(id)) {
      throw new TwinhouseException(
          ErrorCode.QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING,
          "Query with id = " + id + " is already running.");
    }
    running.put(id, null);
    return id;
  }

  synchronized void checkOpen() {
    if (closed) {
      throw new TwinhouseException(
          ErrorCode.ABORTED, "The engine is closed; open another one to run queries");
    }
  }

  synchronized void started(String id, StreamedResult result) {
    if (running.containsKey(id)) {
      running.put(id, result);
    }
    if (closed) {
      result.cancel();
    }
  }

  synchronized void end(String id) {
    running.remove(id);
    notifyAll();
  }

  /** Cancels a query; whether there was one. */
  boolean cancel(String id) {
    StreamedResult result;
    synchronized (this) {
      result = running.get(id);
    }
    if (result != null) {
      result.cancel();
    }
    return result != null;
  }

  /** Refuses new queries, cancels all and closes their results. */
  void close() {
    List<StreamedResult> results;
    synchronized (this) {
      closed = true;
      results = running.values().stream().filter(r -> r != null).toList();
    }
    results.forEach(StreamedResult::cancel);
    results.forEach(StreamedResult::close);
  }
}
