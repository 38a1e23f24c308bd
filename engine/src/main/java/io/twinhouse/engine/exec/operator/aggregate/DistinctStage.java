// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first row of each combination of keys, handed on as soon as it is met. */
public final class DistinctStage implements Stage {

  private final Stage input;
  private final PlanNode.Distinct node;
  private final OperatorFigure figure;

  public DistinctStage(Stage input, PlanNode.Distinct node, OperatorFigure figure) {
    this.input = input;
    this.node = node;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    input.prepare();
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new DistinctOperator(new ConcatOperator(input, memory), figure.memory(memory));
  }

  @Override
  public @Nullable Batch totals() {
    return input.totals();
  }

  @Override
  public void close() {
    input.close();
  }

  private final class DistinctOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final Reservation held;
    private final KeyTable seen;
    private final BatchBuffer firsts;
    private int[] groups = {};

    DistinctOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      held = new Reservation(memory);
      List<Type> types = node.keys().stream().map(node.schema()::type).toList();
      seen = new KeyTable(types, held);
      firsts = new BatchBuffer(node.schema().types(), held);
    }

    @Override
    public @Nullable Batch next() {
      firsts.reset();
      Batch batch = source.next();
      while (batch != null) {
        int count = firsts(batch);
        if (count > 0) {
          figure.yielded(count);
          firsts.append(batch, groups, 0, count);
          return firsts.batch();
        }
        batch = source.next();
      }
      return null;
    }

    /** Puts the rows with keys not seen before into {@code groups}; returns how many. */
    private int firsts(Batch batch) {
      if (groups.length < batch.rows()) {
        held.grow(4L * (batch.rows() - groups.length));
        groups = new int[batch.rows()];
      }
      Column[] keys = node.keys().stream().map(batch::column).toArray(Column[]::new);
      int known = seen.size();
      seen.insert(keys, batch.rows(), groups);
      int count = 0;
      for (int row = 0; row < batch.rows(); row++) {
        if (groups[row] == known) {
          known++;
          groups[count++] = row;
        }
      }
      return count;
    }

    @Override
    public void close() {
      source.close();
      memory.close();
    }
  }
}
