// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands on a slice of the rows of each key, in the order they come; keys spill. */
public final class QuotaOperator implements Operator {

  private final QueryContext query;
  private final Operator source;
  private final List<Type> types;
  private final Slice slice;
  private final OperatorFigure figure;
  private final MemoryContext memory;
  private final MemoryContext keyMemory;
  private final KeyQuota quota;
  private final SpillTrigger trigger;
  private final BatchBuffer out;
  private @Nullable SpilledQuota spilled;
  private boolean full;

  /**
   * Which rows are wanted.
   *
   * @param keys columns
   * @param offset rows of each key that are passed over
   * @param limit rows of each key that are handed on after them
   * @param size how many keys there may be; keys do not spill under a limit
   */
  public record Slice(List<Integer> keys, long offset, long limit, SizeLimit size) {

    int[] columns() {
      return keys.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * @param source closed with this operator
   * @param types of its columns
   * @param memory closed with this operator
   */
  public QuotaOperator(
      QueryContext query,
      Operator source,
      List<Type> types,
      Slice slice,
      OperatorFigure figure,
      MemoryContext memory) {
    this.query = query;
    this.source = source;
    this.types = types;
    this.slice = slice;
    this.figure = figure;
    this.memory = memory;
    keyMemory = memory.child(MemoryLevel.OPERATOR, memory.name(), MemoryContext.UNLIMITED);
    List<Type> keyTypes = slice.keys().stream().map(types::get).toList();
    quota =
        new KeyQuota(
            slice.columns(), keyTypes, slice.offset(), slice.limit(), new Reservation(keyMemory));
    trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, 1);
    out = new BatchBuffer(types, new Reservation(memory));
  }

  @Override
  public @Nullable Batch next() {
    out.reset();
    while (spilled == null) {
      query.proceed();
      if (full) {
        return null;
      }
      if (slice.size().isNone() && trigger.wants(keyMemory.reservedBytes()) && quota.size() > 0) {
        spill();
        break;
      }
      Batch batch = source.next();
      if (batch == null) {
        return null;
      }
      int count = quota.choose(batch);
      full =
          !slice.size().admits(SizeLimit.Subject.DISTINCT, quota.size(), keyMemory.reservedBytes());
      if (count > 0) {
        out.append(batch, quota.chosen(), 0, count);
        figure.yielded(count);
        return out.batch();
      }
    }
    Batch batch = spilled == null ? null : spilled.next();
    figure.yielded(batch == null ? 0 : batch.rows());
    return batch;
  }

  private void spill() {
    SpilledQuota rest =
        new SpilledQuota(query, types, slice.columns(), slice.offset(), slice.limit(), memory);
    spilled = rest;
    rest.drain(source, quota);
    keyMemory.close();
  }

  @Override
  public void close() {
    source.close();
    if (spilled != null) {
      spilled.close();
    }
    memory.close();
  }
}
