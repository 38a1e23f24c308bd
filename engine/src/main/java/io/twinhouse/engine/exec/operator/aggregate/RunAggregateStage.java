// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.scan.ScanStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aggregation over a scan whose runs have groups of their own: a run's groups are yielded and
 * forgotten before the next run is read, and no partition's groups meet another's. Where the scan
 * turns out not to come in such runs, it is an {@link AggregateStage} over it.
 */
public final class RunAggregateStage implements Stage {

  private final QueryContext query;
  private final ScanStage scan;
  private final Stage input;
  private final OperatorFigure figure;
  private final AggregateStage whole;
  private boolean runs;

  /**
   * @param scan at the bottom of {@code input}, with one partition a partition of that
   * @param input rows to be grouped; nothing between it and the scan holds rows back
   * @param node one grouping set with keys, no totals
   */
  public RunAggregateStage(
      QueryContext query,
      ScanStage scan,
      Stage input,
      PlanNode.Aggregate node,
      GroupOrder order,
      OperatorFigure figure) {
    this.query = query;
    this.scan = scan;
    this.input = input;
    this.figure = figure;
    whole =
        new AggregateStage(query, new Prepared(input), node, null, order, SizeLimit.NONE, figure);
  }

  @Override
  public void prepare() {
    input.prepare();
    runs = scan.isApart();
    if (!runs) {
      whole.prepare();
    }
  }

  @Override
  public int partitions() {
    return runs ? input.partitions() : whole.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return runs ? new RunOperator(partition, memory) : whole.open(partition, memory);
  }

  @Override
  public void close() {
    whole.close();
    input.close();
  }

  /** The input, which is prepared already. */
  private record Prepared(Stage input) implements Stage {

    @Override
    public void prepare() {
      // done before it was known how to go on
    }

    @Override
    public int partitions() {
      return input.partitions();
    }

    @Override
    public Operator open(int partition, MemoryContext memory) {
      return input.open(partition, memory);
    }

    @Override
    public void close() {
      input.close();
    }
  }

  /** Groups one run after the other. */
  private final class RunOperator implements Operator {

    private final int partition;
    private final Operator source;
    private final MemoryContext memory;
    private final Reservation held;
    private final SpillTrigger trigger;
    private @Nullable MemoryContext current;
    private @Nullable GroupTables tables;
    private GroupTables.@Nullable Part part;
    private int from;
    private boolean started;
    private boolean done;

    RunOperator(int partition, MemoryContext parent) {
      this.partition = partition;
      source = input.open(partition, parent);
      memory = figure.memory(parent);
      held = new Reservation(memory);
      trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, input.partitions());
    }

    @Override
    public @Nullable Batch next() {
      while (!done) {
        query.proceed();
        GroupTables.Part rest = part;
        if (rest != null && from < rest.table().size()) {
          return read(rest);
        }
        GroupTables.Part next = tables == null ? null : tables.next();
        part = next;
        from = 0;
        if (next == null) {
          done = !nextRun();
        }
      }
      return null;
    }

    private Batch read(GroupTables.Part rest) {
      int count = Math.min(Batch.ROWS, rest.table().size() - from);
      Batch batch = whole.read(rest.table(), rest.set(), from, count);
      held.resize(batch.retainedBytes());
      from += count;
      figure.yielded(count);
      return batch;
    }

    /** Groups the next run; false when there is none. */
    private boolean nextRun() {
      forget();
      if (started && !scan.nextRun(partition)) {
        return false;
      }
      started = true;
      MemoryContext own =
          memory.child(MemoryLevel.OPERATOR, memory.name(), MemoryContext.UNLIMITED);
      current = own;
      GroupingSink sink = whole.newSink(own, trigger, false);
      for (Batch batch = source.next(); batch != null; batch = source.next()) {
        sink.add(batch);
      }
      sink.finish();
      SpilledBuckets file = sink.set(0).spilled();
      if (file == null) {
        tables = new HeldGroups(sink);
      } else {
        sink.set(0).spill(query.spill());
        SpilledGroups spilled =
            new SpilledGroups(query, own, query.spill().trigger(SpillThresholds.Use.GROUPING, 1));
        spilled.add(0, sink.set(0).layout(), List.of(file));
        tables = spilled;
      }
      return true;
    }

    private void forget() {
      tables = null;
      part = null;
      if (current != null) {
        current.close();
        current = null;
      }
    }

    @Override
    public void close() {
      done = true;
      source.close();
      forget();
      memory.close();
    }
  }
}
