// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.sort.SortedSource;
import io.twinhouse.engine.exec.operator.sort.SpilledRuns;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.spill.SpilledRows;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a LIMIT BY or DISTINCT whose keys outgrew memory: rows of known keys are decided at
 * once, all others wait on disk by their keys; what is let through is merged back into the order of
 * its arrival.
 */
final class SpilledQuota implements AutoCloseable {

  private final QueryContext query;
  private final int[] keys;
  private final List<Type> keyTypes;
  private final long offset;
  private final long limit;
  private final MemoryContext memory;
  private final SpillTrigger trigger;
  private final NumberedRows numbering;
  private final SpilledRuns runs;
  private @Nullable SpilledBuckets pending;
  private @Nullable SortedSource merged;

  SpilledQuota(
      QueryContext query,
      List<Type> types,
      int[] keys,
      long offset,
      long limit,
      MemoryContext parent) {
    this.query = query;
    this.keys = keys;
    this.offset = offset;
    this.limit = limit;
    memory = parent.child(MemoryLevel.OPERATOR, parent.name(), MemoryContext.UNLIMITED);
    keyTypes = IntStream.of(keys).mapToObj(types::get).toList();
    trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, 1);
    numbering = new NumberedRows(types, new Reservation(memory));
    runs = new SpilledRuns(query.spill(), numbering.order(), numbering.types(), -1, memory);
  }

  /** Takes all rows that are left, under the keys known so far. */
  void drain(Operator source, KeyQuota known) {
    known.freeze();
    SpilledBuckets unknown = newBuckets(0);
    SpilledRows run = runs.newRun();
    for (Batch batch = source.next(); batch != null; batch = source.next()) {
      query.proceed();
      sort(numbering.number(batch), known, run, unknown);
    }
    unknown.flush();
    // the caller gives the known keys' memory back before the buckets are read
    pending = unknown;
  }

  private SpilledBuckets newBuckets(int level) {
    return new SpilledBuckets(query.spill(), numbering.types(), keys, level, memory);
  }

  private static void sort(
      Batch batch, KeyQuota quota, SpilledRows run, @Nullable SpilledBuckets unknown) {
    int count = quota.choose(batch);
    if (count > 0) {
      run.append(batch.gather(quota.chosen(), count));
    }
    if (quota.strangerCount() > 0 && unknown != null) {
      unknown.add(batch.gather(quota.strangers(), quota.strangerCount()));
    }
  }

  private void decide(SpilledBuckets buckets, int level) {
    for (int i = 0; i < SpilledBuckets.COUNT; i++) {
      decide(buckets.bucket(i), level);
    }
    buckets.close();
  }

  private void decide(SpilledRows rows, int level) {
    if (rows.rows() == 0) {
      return;
    }
    SpilledBuckets unknown = null;
    try (MemoryContext own =
        memory.child(MemoryLevel.OPERATOR, memory.name(), MemoryContext.UNLIMITED)) {
      KeyQuota quota = new KeyQuota(keys, keyTypes, offset, limit, new Reservation(own));
      SpilledRows run = runs.newRun();
      SpilledRows.Reader reader = rows.reader(new Reservation(own));
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        query.proceed();
        sort(batch, quota, run, unknown);
        if (unknown == null
            && level < SpilledBuckets.DEEPEST
            && quota.size() > SpilledBuckets.COUNT
            && trigger.wants(own.reservedBytes())) {
          quota.freeze();
          unknown = newBuckets(level + 1);
        }
      }
    }
    if (unknown != null) {
      unknown.flush();
      decide(unknown, level + 1);
    }
  }

  /** The rows let through, in the order of their arrival; null at the end. */
  @Nullable Batch next() {
    SortedSource source = merged;
    if (source == null) {
      if (pending != null) {
        decide(pending, 0);
      }
      source = runs.merged(new Reservation(memory));
      merged = source;
    }
    query.proceed();
    Batch batch = source.next();
    return batch == null ? null : numbering.bare(batch);
  }

  @Override
  public void close() {
    runs.close();
    memory.close();
  }
}
