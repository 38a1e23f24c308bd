// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary and what was read of it. Readers of rows that are there never wait: where these have
 * had their time, one of those who ask reads them anew, and the others go on with the old ones.
 * Thread-safe.
 */
public final class Lookup {

  /** After a failure, how long the old rows are good for. */
  private static final long RETRY_SECONDS = 5;

  private static final long LOOK_MILLIS = 20;

  private final LookupDefinition definition;
  private final LookupReader reader;
  private final MemoryContext memory;

  /** One for all lookups of an engine: sources that name each other's lookups can not lock up. */
  private final ReentrantLock loading;

  private final LongAdder asked = new LongAdder();
  private final LongAdder found = new LongAdder();
  private volatile State state = State.UNREAD;
  private boolean inside;
  private boolean closed;

  /**
   * What is known.
   *
   * @param rows null before they are read
   * @param read the time of the statement that had them read
   * @param due when they are to be read anew; null for never
   */
  private record State(
      @Nullable LookupRows rows,
      @Nullable Instant read,
      @Nullable Instant due,
      long nanos,
      long errors,
      @Nullable String failure) {

    static final State UNREAD = new State(null, null, null, 0, 0, null);
  }

  Lookup(
      LookupDefinition definition,
      LookupReader reader,
      MemoryContext memory,
      ReentrantLock loading) {
    this.definition = definition;
    this.reader = reader;
    this.memory = memory;
    this.loading = loading;
  }

  public LookupDefinition definition() {
    return definition;
  }

  /**
   * The rows, which are read now if they never were or had their time.
   *
   * @param now of the statement that asks
   * @throws TwinhouseException what reading the source fails with, if there are no older rows
   */
  public LookupRows rows(Instant now) {
    State known = state;
    if (known.rows() != null && !isDue(known, now)) {
      return known.rows();
    }
    if (known.rows() != null && !definition.layout().isReadAnew()) {
      return renewed(known.rows(), now);
    }
    awaitTurn();
    try {
      known = state;
      return known.rows() != null && !isDue(known, now) ? known.rows() : load(now);
    } finally {
      loading.unlock();
    }
  }

  private LookupRows renewed(LookupRows old, Instant now) {
    if (!loading.tryLock()) {
      return old;
    }
    try {
      State known = state;
      return known.rows() != null && !isDue(known, now) ? known.rows() : load(now);
    } catch (TwinhouseException e) {
      return old; // noted down in the state
    } finally {
      loading.unlock();
    }
  }

  /** The rows as last read, else those that {@code earlier} gave. */
  public LookupRows latest(LookupRows earlier) {
    LookupRows now = state.rows();
    return now == null || definition.layout().isReadAnew() ? earlier : now;
  }

  private boolean isDue(State known, Instant now) {
    if (definition.layout().isReadAnew()) {
      return !now.equals(known.read());
    }
    Instant due = known.due();
    return due != null && !now.isBefore(due);
  }

  /** Reads the source, whatever was read before. */
  public void reload(Instant now) {
    awaitTurn();
    try {
      load(now);
    } finally {
      loading.unlock();
    }
  }

  /** Waits for others' reading as long as the query that asks is wanted. */
  private void awaitTurn() {
    try {
      while (!loading.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Checkpoint.pass();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TwinhouseException(
          ErrorCode.QUERY_WAS_CANCELLED,
          "Interrupted while dictionary " + definition.fullName() + " was waited for",
          e);
    }
  }

  private LookupRows load(Instant now) {
    if (inside) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Dictionary "
              + definition.fullName()
              + ", whose source looks itself up, is not supported");
    }
    inside = true;
    State before = state;
    long start = System.nanoTime();
    try {
      LookupRows fresh = read();
      publish(fresh, new State(fresh, now, due(now), System.nanoTime() - start, 0, null));
      return fresh;
    } catch (TwinhouseException e) {
      Instant again = before.rows() == null ? null : now.plusSeconds(RETRY_SECONDS);
      String failure = "Code: " + e.number() + ". DB::Exception: " + e.getMessage();
      fail(
          new State(
              before.rows(), before.read(), again, before.nanos(), before.errors() + 1, failure));
      throw e;
    } finally {
      inside = false;
    }
  }

  /** Who still holds the rows before, or gets these when the lookup is gone, goes on with them. */
  private synchronized void publish(LookupRows fresh, State now) {
    LookupRows unwanted = closed ? fresh : state.rows();
    if (!closed) {
      state = now;
    }
    if (unwanted != null) {
      unwanted.close();
    }
  }

  private synchronized void fail(State now) {
    if (!closed) {
      state = now;
    }
  }

  private LookupRows read() {
    LookupRows fresh = LookupRows.of(definition, memory);
    try {
      if (!definition.queries().isEmpty()) {
        reader.read(definition.queries(), fresh::add);
      }
      fresh.seal();
      return fresh;
    } catch (RuntimeException | Error e) {
      fresh.close();
      throw e;
    }
  }

  /**
   * Between both ends of the lifetime, so that dictionaries that were read at once part company.
   */
  private @Nullable Instant due(Instant now) {
    long most = definition.mostSeconds();
    if (most == 0) {
      return null;
    }
    long least = Math.min(definition.leastSeconds(), most);
    long mixed = (now.toEpochMilli() ^ definition.fullName().hashCode()) * 0x9E37_79B9_7F4A_7C15L;
    return now.plusSeconds(least + Long.remainderUnsigned(mixed, most - least + 1));
  }

  /** Counts keys that were looked up. */
  public void count(int keys, int hits) {
    asked.add(keys);
    found.add(hits);
  }

  /** Figures for system.dictionaries. */
  public LookupStatus status() {
    State known = state;
    LookupRows rows = known.rows();
    long keys = asked.sum();
    return new LookupStatus(
        rows != null,
        rows == null ? 0 : rows.elements(),
        rows == null ? 0 : rows.bytes(),
        keys,
        keys == 0 ? 0 : (double) found.sum() / keys,
        known.read(),
        known.nanos(),
        known.errors(),
        known.failure());
  }

  /** Forgets the rows and gives their memory back; whoever reads them just now does so as well. */
  synchronized void close() {
    closed = true;
    LookupRows rows = state.rows();
    state = State.UNREAD;
    if (rows != null) {
      rows.close();
    }
  }
}
