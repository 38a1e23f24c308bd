// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** Pairs that stand in a table, as rows. */
final class PairRows implements Stage {

  private final PairSink source;
  private final OperatorFigure figure;

  PairRows(PairSink source, OperatorFigure figure) {
    this.source = source;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    // the table is complete
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext context) {
    KeyTable table = source.aside();
    MemoryContext memory = figure.memory(context);
    Reservation held = new Reservation(memory);
    return new Operator() {
      private int from;

      @Override
      public @Nullable Batch next() {
        int count = Math.min(Batch.ROWS, table.size() - from);
        if (count <= 0) {
          return null;
        }
        Batch batch = Batch.of(count, table.keys(from, count));
        held.resize(batch.retainedBytes());
        from += count;
        return batch;
      }

      @Override
      public void close() {
        memory.close();
      }
    };
  }

  @Override
  public void close() {
    // the sink's memory is its run's
  }
}
