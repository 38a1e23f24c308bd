// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PartitionRun;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stable sort: partitions are sorted side by side and merged while they are read. */
public final class SortStage implements Stage {

  private final QueryContext query;
  private final Stage input;
  private final List<Type> types;
  private final RowOrder order;
  private final long limit;
  private final SizeLimit size;
  private final OperatorFigure figure;
  private @Nullable PartitionRun<SortSink> run;

  /**
   * @param size of what is sorted
   */
  public SortStage(
      QueryContext query, Stage input, PlanNode.Sort node, SizeLimit size, OperatorFigure figure) {
    this(
        query,
        input,
        node.schema().types(),
        new RowOrder(node.keys(), node.schema().types()),
        node.limit(),
        size,
        figure);
  }

  /**
   * @param types of the input's columns
   * @param limit rows wanted, or -1 for all
   * @param size of what is sorted
   */
  public SortStage(
      QueryContext query,
      Stage input,
      List<Type> types,
      RowOrder order,
      long limit,
      SizeLimit size,
      OperatorFigure figure) {
    this.query = query;
    this.input = input;
    this.types = types;
    this.order = order;
    this.limit = limit;
    this.size = size;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    input.prepare();
    SpillTrigger trigger = query.spill().trigger(SpillThresholds.Use.SORTING, input.partitions());
    SortedSize counted = new SortedSize(size, limit);
    PartitionRun<SortSink> pouring =
        PartitionRun.of(
            query,
            input,
            memory ->
                new SortSink(
                    order, types, limit, figure.memory(memory), query.spill(), trigger, counted));
    run = pouring;
    if (pouring.sinks().stream().anyMatch(sink -> sink.spilled() != null)) {
      pouring.sinks().forEach(SortSink::spill);
      pouring.settle();
    }
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    if (run == null) {
      throw new IllegalStateException("not prepared");
    }
    if (run.sinks().stream().anyMatch(sink -> sink.spilled() != null)) {
      return new SpilledReader(run.sinks(), figure.memory(memory));
    }
    SortedRun[] runs = run.sinks().stream().map(SortSink::run).toArray(SortedRun[]::new);
    RunMerger merger = new RunMerger(runs, types, limit, figure.memory(memory));
    return new Operator() {
      @Override
      public @Nullable Batch next() {
        query.proceed();
        Batch batch = merger.next();
        figure.yielded(batch == null ? 0 : batch.rows());
        return batch;
      }

      @Override
      public void close() {
        merger.close();
      }
    };
  }

  @Override
  public @Nullable Batch totals() {
    return input.totals();
  }

  @Override
  public void close() {
    input.close();
    if (run != null) {
      run.close();
    }
  }

  /** Merges the runs of all partitions from disk. */
  private final class SpilledReader implements Operator {

    private final List<SpilledRuns.Sources> sources = new ArrayList<>();
    private final MemoryContext memory;
    private final SourceMerger merger;

    SpilledReader(List<SortSink> sinks, MemoryContext memory) {
      this.memory = memory;
      List<SortedSource> all = new ArrayList<>();
      for (SortSink sink : sinks) {
        SpilledRuns runs = sink.spilled();
        if (runs != null) {
          runs.reduce(Math.max(1, SpilledRuns.FAN_IN / sinks.size()));
          SpilledRuns.Sources opened = runs.sources();
          sources.add(opened);
          all.addAll(opened.list());
        }
      }
      merger = new SourceMerger(order, all, types, limit, new Reservation(memory));
    }

    @Override
    public @Nullable Batch next() {
      query.proceed();
      Batch batch = merger.next();
      figure.yielded(batch == null ? 0 : batch.rows());
      return batch;
    }

    @Override
    public void close() {
      sources.forEach(SpilledRuns.Sources::close);
      memory.close();
    }
  }
}
