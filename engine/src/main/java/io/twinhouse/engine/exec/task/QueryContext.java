// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spill.SpillSpace;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the operators of one running query share. Thread-safe. */
public final class QueryContext {

  private final MemoryContext memory;
  private final WorkerPool pool;
  private final QueryLimits limits;
  private final SpillSpace spill;
  private final long startNanos = System.nanoTime();
  private final List<OperatorFigure> figures = new CopyOnWriteArrayList<>();
  private final List<Scan> scans = new CopyOnWriteArrayList<>();
  private volatile ScanCounters finished = ScanCounters.NONE;
  private volatile boolean cancelled;
  private volatile boolean broken;
  private volatile int granulesOneIn = 1;
  private volatile @Nullable ProgressTicker ticker;

  /** A query that never spills. */
  public QueryContext(MemoryContext memory, WorkerPool pool, QueryLimits limits) {
    this(memory, pool, limits, SpillSpace.NONE);
  }

  /**
   * @param memory the query's node; closed by its owner
   * @param spill its temporary data; closed by its owner before the memory
   */
  public QueryContext(MemoryContext memory, WorkerPool pool, QueryLimits limits, SpillSpace spill) {
    this.memory = memory;
    this.pool = pool;
    this.limits = limits;
    this.spill = spill;
  }

  public MemoryContext memory() {
    return memory;
  }

  public WorkerPool pool() {
    return pool;
  }

  public QueryLimits limits() {
    return limits;
  }

  /** Where operators put state that is not to stay in memory. */
  public SpillSpace spill() {
    return spill;
  }

  /** Lets scans that are opened from now on read but one of so many granules. */
  public void readOneIn(int granules) {
    granulesOneIn = granules;
  }

  public int granulesOneIn() {
    return granulesOneIn;
  }

  public long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /**
   * Calls a listener some ten times a second while the query works, from any of its threads, one
   * call at a time. What the listener throws ends the query.
   */
  public void onProgress(Runnable listener) {
    ticker = new ProgressTicker(listener);
  }

  /** Makes every operator fail at its next look; from any thread. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * To be asked at least every few milliseconds by whatever runs for the query.
   *
   * @return whether work may go on; false when a limit says that the rows so far are the answer
   * @throws TwinhouseException QUERY_WAS_CANCELLED, TIMEOUT_EXCEEDED
   */
  public boolean proceed() {
    if (cancelled) {
      throw new TwinhouseException(ErrorCode.QUERY_WAS_CANCELLED, "Query was cancelled");
    }
    ProgressTicker told = ticker;
    if (told != null) {
      told.tick();
    }
    long allowed = limits.executionNanos();
    if (allowed > 0 && !broken && elapsedNanos() > allowed) {
      if (!limits.timeoutBreaks()) {
        throw new TwinhouseException(
            ErrorCode.TIMEOUT_EXCEEDED,
            String.format(
                Locale.ROOT,
                "Timeout exceeded: elapsed %.3f ms, maximum: %d ms",
                elapsedNanos() / 1e6,
                allowed / 1_000_000));
      }
      broken = true;
    }
    return !broken;
  }

  /** Counts what a scan reads from now on. */
  public void track(Scan scan) {
    scans.add(scan);
  }

  /** Keeps the final figures of a scan that is about to be closed. */
  public synchronized void finish(Scan scan) {
    if (scans.remove(scan)) {
      finished = finished.plus(scan.counters());
    }
  }

  /** What all scans have read so far. */
  public synchronized ScanCounters counters() {
    ScanCounters sum = finished;
    for (Scan scan : scans) {
      sum = sum.plus(scan.counters());
    }
    return sum;
  }

  /**
   * Holds the query to its limits of rows and bytes read; called by a scan before all its batches
   * but the first.
   *
   * @param inBlocks whether the scan's batches are the blocks in which the server reads; of several
   *     scans at once it is not known how they take turns there
   * @return whether the scan may go on; false when what it read so far is its whole input
   */
  public boolean mayRead(boolean inBlocks) {
    SizeLimit limit = limits.reading();
    return limit.isNone() || checkRead(inBlocks && scans.size() == 1 ? limit : limit.orRefusal());
  }

  private boolean checkRead(SizeLimit limit) {
    ScanCounters read = counters();
    int least = limit.overflow() == SizeLimit.Overflow.BREAK ? 0 : 1;
    boolean rowsOver = limit.rows() > 0 && read.rows() - limit.rows() >= least;
    boolean bytesOver = limit.bytes() > 0 && read.bytes() - limit.bytes() >= least;
    if (!rowsOver && !bytesOver) {
      return true;
    }
    if (limit.overflow() == SizeLimit.Overflow.REFUSE) {
      throw SizeLimit.refusal("reading");
    }
    if (limit.overflow() == SizeLimit.Overflow.BREAK) {
      return false;
    }
    if (rowsOver) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_ROWS,
          "Limit for rows (controlled by 'max_rows_to_read' setting) exceeded, max rows: "
              + Quantity.count(limit.rows())
              + ", current rows: "
              + Quantity.count(read.rows()));
    }
    throw new TwinhouseException(
        ErrorCode.TOO_MANY_BYTES,
        "Limit for rows or bytes to read exceeded, max bytes: "
            + Quantity.bytes(limit.bytes())
            + ", current bytes: "
            + Quantity.bytes(read.bytes()));
  }

  /** A new line in the query's figures. */
  public OperatorFigure figure(String operator, int depth) {
    OperatorFigure figure = new OperatorFigure(operator, depth);
    figures.add(figure);
    return figure;
  }

  /** Figures of all operators, in plan order. */
  public List<OperatorFigure> figures() {
    return List.copyOf(figures);
  }
}
