// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillStore;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledRows;
import io.twinhouse.engine.type.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that wait for the end of their input, numbered from 0; those at the front may be dropped
 * meanwhile. They spill, and can then be read only once, when all are there. Not thread-safe.
 */
final class HeldRows implements AutoCloseable {

  private final QueryContext query;
  private final List<Type> types;
  private final MemoryContext memory;
  private final SpillTrigger trigger;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final BatchBuffer out;
  private @Nullable SpillStore store;
  private @Nullable SpilledRows spilled;
  private SpilledRows.@Nullable Reader reader;
  private @Nullable Batch read;
  private long readFrom;
  private long end;

  /** Some rows in a row, with memory of their own. */
  private record Segment(long from, BatchBuffer rows, Reservation memory) {
    long to() {
      return from + rows.size();
    }
  }

  HeldRows(QueryContext query, List<Type> types, MemoryContext memory) {
    this.query = query;
    this.types = types;
    this.memory = memory;
    trigger = query.spill().trigger(SpillThresholds.Use.SORTING, 1);
    out = new BatchBuffer(types, new Reservation(memory));
  }

  /** Rows that came in so far, dropped ones too. */
  long end() {
    return end;
  }

  /** Whether rows can not be read before all are there. */
  boolean isSpilled() {
    return spilled != null;
  }

  void add(Batch batch) {
    if (spilled != null) {
      spilled.append(batch);
      end += batch.rows();
      return;
    }
    int from = 0;
    while (from < batch.rows()) {
      Segment last = segments.peekLast();
      if (last == null || last.rows().size() >= Batch.ROWS) {
        Reservation own = new Reservation(memory);
        last = new Segment(end, new BatchBuffer(types, own), own);
        segments.addLast(last);
      }
      int count = Math.min(batch.rows() - from, Batch.ROWS - last.rows().size());
      last.rows().append(batch, from, count);
      from += count;
      end += count;
    }
    if (segments.size() > 1 && trigger.wants(memory.reservedBytes())) {
      spill();
    }
  }

  private void spill() {
    Segment first = segments.getFirst();
    readFrom = first.from();
    SpillStore opened = query.spill().open(types, memory);
    store = opened;
    SpilledRows rows = opened.rows();
    while (!segments.isEmpty()) {
      Segment segment = segments.getFirst();
      rows.append(segment.rows().batch());
      segments.removeFirst();
      segment.memory().close();
    }
    spilled = rows;
  }

  /** Forgets rows before {@code row}, and so what was read of them. */
  void dropBefore(long row) {
    while (!segments.isEmpty() && segments.getFirst().to() <= row) {
      segments.removeFirst().memory().close();
    }
  }

  /**
   * The next rows from {@code from} on, at most up to {@code to}; they must be held.
   *
   * @return some of the rows, at least one; valid until the next call of any method
   */
  Batch read(long from, long to) {
    return spilled == null ? readHeld(from, to) : readBack(spilled, from, to);
  }

  private Batch readHeld(long from, long to) {
    dropBefore(from);
    Segment segment = segments.getFirst();
    return slice(segment.rows().batch(), segment.from(), from, Math.min(to, segment.to()));
  }

  private Batch readBack(SpilledRows rows, long from, long to) {
    if (reader == null) {
      reader = rows.reader(new Reservation(memory));
    }
    while (read == null || readFrom + read.rows() <= from) {
      query.proceed();
      readFrom += read == null ? 0 : read.rows();
      read = reader.next();
      if (read == null) {
        throw new IllegalStateException("row " + from + " of " + end + " was not held");
      }
    }
    return slice(read, readFrom, from, Math.min(to, readFrom + read.rows()));
  }

  private Batch slice(Batch batch, long first, long from, long to) {
    if (from == first && to == first + batch.rows()) {
      return batch;
    }
    out.reset();
    out.append(batch, (int) (from - first), (int) (to - from));
    return out.batch();
  }

  @Override
  public void close() {
    dropBefore(Long.MAX_VALUE);
    if (store != null) {
      store.close();
    }
  }
}
