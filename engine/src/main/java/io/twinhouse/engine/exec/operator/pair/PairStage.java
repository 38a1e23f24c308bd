// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PartitionRun;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Distinct pairs by entry and number, each with what lags of the number say: its columns are the
 * two of the shape, then one a lag. Where entries turn out not to be a dictionary's, a table of the
 * pairs is kept and handed to the stage that would have been there otherwise.
 */
public final class PairStage implements Stage {

  private final QueryContext query;
  private final Stage input;
  private final PairShape shape;
  private final List<Boolean> lags;
  private final UnaryOperator<Stage> otherwise;
  private final OperatorFigure figure;
  private @Nullable MemoryContext memory;
  private @Nullable PairSet set;
  private @Nullable PartitionRun<PairSink> run;
  private @Nullable Stage fallback;

  /**
   * @param lags a lag each: whether it is NULL, and not 0, where there is no number before
   * @param otherwise makes of distinct pairs in any order what this stage yields
   */
  public PairStage(
      QueryContext query,
      Stage input,
      PairShape shape,
      List<Boolean> lags,
      UnaryOperator<Stage> otherwise,
      OperatorFigure figure) {
    this.query = query;
    this.input = input;
    this.shape = shape;
    this.lags = lags;
    this.otherwise = otherwise;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    input.prepare();
    MemoryContext own = figure.memory(query.memory());
    memory = own;
    PairSet pairs = new PairSet(own);
    set = pairs;
    PartitionRun<PairSink> pouring =
        PartitionRun.of(
            query, input, context -> new PairSink(shape, pairs, figure.memory(context)));
    run = pouring;
    input.close();
    List<PairSink> sinks = pouring.sinks();
    if (sinks.stream().anyMatch(PairSink::hasAside)) {
      Stage other = otherwise.apply(new PairRows(gathered(pairs, sinks), figure));
      fallback = other;
      other.prepare();
    } else {
      figure.holdsAtMost(pairs.mostBytes(), 0);
    }
  }

  private PairSink gathered(PairSet pairs, List<PairSink> sinks) {
    PairSink first = sinks.get(0);
    for (int i = 1; i < sinks.size(); i++) {
      if (sinks.get(i).hasAside()) {
        query.proceed();
        first.aside().merge(sinks.get(i).aside());
      }
    }
    if (pairs.dictionary() != null) {
      try (MemoryContext work = figure.memory(query.memory());
          PairReader reader = reader(pairs, 0, 1, List.of(), work)) {
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          first.addAside(new Column[] {batch.column(0), batch.column(1)}, batch.rows());
        }
      }
    }
    return first;
  }

  private PairReader reader(
      PairSet pairs, int part, int parts, List<Boolean> wanted, MemoryContext context) {
    return new PairReader(query, shape, pairs, pairs.cursor(part, parts), wanted, figure, context);
  }

  @Override
  public int partitions() {
    return fallback == null ? Math.max(1, query.limits().threads()) : fallback.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext context) {
    if (fallback != null) {
      return fallback.open(partition, context);
    }
    if (set == null) {
      throw new IllegalStateException("not prepared");
    }
    return reader(set, partition, partitions(), lags, figure.memory(context));
  }

  @Override
  public void close() {
    input.close();
    if (fallback != null) {
      fallback.close();
    }
    if (run != null) {
      run.close();
    }
    if (memory != null) {
      memory.close();
    }
  }
}
