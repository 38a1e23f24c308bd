// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.ByteSize;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line that says how far a query is, from a thread of its own until it is closed. */
public final class ProgressBar implements AutoCloseable {

  private static final long PAUSE_MILLIS = 200;
  private static final String CLEAR = "\r\u001b[K";

  private final Twinhouse engine;
  private final String queryId;
  private final PrintWriter out;
  private boolean shown;
  private boolean closed;

  /** Shows {@code queryId} on {@code out} once it runs for longer than a moment. */
  public ProgressBar(Twinhouse engine, String queryId, PrintWriter out) {
    this.engine = engine;
    this.queryId = queryId;
    this.out = out;
    Thread thread = new Thread(this::run, "twinhouse-progress");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (int round = 0; pause(); round++) {
        show(text(round));
      }
    } catch (InterruptedException | TwinhouseException end) {
      // the process or the engine goes away; there is nothing to show any more
    }
  }

  /** Whether to go on behind a moment. */
  private synchronized boolean pause() throws InterruptedException {
    long end = System.nanoTime() + PAUSE_MILLIS * 1_000_000;
    for (long left = PAUSE_MILLIS; left > 0 && !closed; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return !closed;
  }

  private synchronized void show(@Nullable String text) {
    if (text != null && !closed) {
      out.print(CLEAR + text);
      out.flush();
      shown = true;
    }
  }

  private @Nullable String text(int round) {
    QueryRequest request =
        QueryRequest.of(
                "SELECT elapsed, read_rows, read_bytes, memory_usage, total_rows_approx"
                    + " FROM system.processes WHERE query_id = {id:String}")
            .withParameters(Map.of("id", queryId));
    try (QueryResult result = engine.query(request)) {
      List<List<Object>> rows = result.rows();
      return rows.isEmpty() ? null : line(rows.get(0), round);
    }
  }

  private static String line(List<Object> figures, int round) {
    long read = ((Number) figures.get(1)).longValue();
    return String.format(
        Locale.ROOT,
        "%s %.1f s, %s%,d rows, %s read, %s in memory",
        "|/-\\".charAt(round % 4),
        ((Number) figures.get(0)).doubleValue(),
        percentage(read, ((Number) figures.get(4)).longValue()),
        read,
        ByteSize.text(((Number) figures.get(2)).longValue()),
        ByteSize.text(((Number) figures.get(3)).longValue()));
  }

  /**
   * How much of what there is to read has been read; nothing where that is not known, as of rows
   * that are made while they are read.
   */
  static String percentage(long read, long toRead) {
    return toRead <= read ? "" : 100 * read / toRead + " %, ";
  }

  /** A stream that ends the bar before the first byte. */
  public OutputStream givingWayTo(OutputStream behind) {
    return new FilterOutputStream(behind) {
      @Override
      public void write(int value) throws IOException {
        ProgressBar.this.close();
        out.write(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ProgressBar.this.close();
        out.write(bytes, offset, length);
      }
    };
  }

  /** Leaves nothing on the line; does not wait for the thread, which writes no more. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    notifyAll();
    if (shown) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
