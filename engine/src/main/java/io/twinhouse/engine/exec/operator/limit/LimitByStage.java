// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of the rows of each combination of keys, in the input's order. */
public final class LimitByStage implements Stage {

  private final Stage input;
  private final PlanNode.LimitBy node;
  private final OperatorFigure figure;

  public LimitByStage(Stage input, PlanNode.LimitBy node, OperatorFigure figure) {
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
    return new LimitByOperator(new ConcatOperator(input, memory), figure.memory(memory));
  }

  @Override
  public @Nullable Batch totals() {
    return input.totals();
  }

  @Override
  public void close() {
    input.close();
  }

  private final class LimitByOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final Reservation held;
    private final KeyTable table;
    private final BatchBuffer out;
    private final long end = node.offset() + node.limit();
    private int[] groups = {};
    private long[] met = {};

    LimitByOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      held = new Reservation(memory);
      List<Type> types = node.keys().stream().map(node.schema()::type).toList();
      table = new KeyTable(types, held);
      out = new BatchBuffer(node.schema().types(), held);
    }

    @Override
    public @Nullable Batch next() {
      out.reset();
      Batch batch = source.next();
      while (batch != null) {
        int count = choose(batch);
        if (count > 0) {
          figure.yielded(count);
          out.append(batch, groups, 0, count);
          return out.batch();
        }
        batch = source.next();
      }
      return null;
    }

    private int choose(Batch batch) {
      int rows = batch.rows();
      if (groups.length < rows) {
        held.grow(4L * (rows - groups.length));
        groups = new int[rows];
      }
      Column[] keys = node.keys().stream().map(batch::column).toArray(Column[]::new);
      table.insert(keys, rows, groups);
      if (met.length < table.size()) {
        int grown = Math.max(table.size(), 2 * met.length);
        held.grow(8L * (grown - met.length));
        met = Arrays.copyOf(met, grown);
      }
      int count = 0;
      for (int row = 0; row < rows; row++) {
        long number = met[groups[row]]++;
        if (number >= node.offset() && number < end) {
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
