// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.array;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.TotalsRow;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row for each element of the joined arrays, in batches of the usual size. */
public final class ArrayJoinStage implements Stage {

  private final QueryContext query;
  private final Stage input;
  private final PlanNode.ArrayJoin node;
  private final OperatorFigure figure;

  public ArrayJoinStage(
      QueryContext query, Stage input, PlanNode.ArrayJoin node, OperatorFigure figure) {
    this.query = query;
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
    return input.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return new ArrayJoinOperator(input.open(partition, memory), figure.memory(memory));
  }

  /** The first of the rows that the row of totals becomes. */
  @Override
  public @Nullable Batch totals() {
    Batch totals = input.totals();
    return totals == null
        ? null
        : TotalsRow.firstOf(
            new ArrayJoinOperator(new TotalsRow(totals), figure.memory(query.memory())));
  }

  @Override
  public void close() {
    input.close();
  }

  private final class ArrayJoinOperator implements Operator {

    private final Operator source;
    private final MemoryContext memory;
    private final BatchBuffer out;

    /**
     * For each row to be yielded its input row and its element, beyond an array's last for none.
     */
    private final int[] rows;

    private final int[] elements;
    private @Nullable Batch batch;
    private Column[] columns = {};
    private int row;
    private int element;

    ArrayJoinOperator(Operator source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      Reservation held = new Reservation(memory);
      out = new BatchBuffer(node.schema().types(), held);
      held.grow(8L * Batch.ROWS);
      rows = new int[Batch.ROWS];
      elements = new int[Batch.ROWS];
    }

    @Override
    public @Nullable Batch next() {
      while (true) {
        query.proceed();
        if (batch == null || row == batch.rows()) {
          batch = source.next();
          if (batch == null) {
            return null;
          }
          enter(batch);
        }
        int count = expand(batch);
        if (count > 0) {
          figure.yielded(count);
          return gather(batch, count);
        }
      }
    }

    private void enter(Batch next) {
      row = 0;
      element = 0;
      columns = new Column[next.width()];
      for (int i = 0; i < columns.length; i++) {
        boolean array = node.arrays().contains(i);
        columns[i] = array ? next.column(i).flatten() : next.column(i);
      }
      ArrayColumn first = array(0);
      for (int i = 1; i < node.arrays().size(); i++) {
        for (int r = 0; r < next.rows(); r++) {
          if (rowsOf(array(i), r) != rowsOf(first, r)) {
            throw new TwinhouseException(
                ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH, "Sizes of ARRAY-JOIN-ed arrays do not match");
          }
        }
      }
    }

    private ArrayColumn array(int index) {
      return (ArrayColumn) columns[node.arrays().get(index)];
    }

    /** How many rows a row becomes: LEFT makes one of an empty array, as of an array of one. */
    private int rowsOf(ArrayColumn array, int row) {
      int length = array.length(row);
      return node.left() ? Math.max(1, length) : length;
    }

    private int expand(Batch from) {
      ArrayColumn array = array(0);
      int count = 0;
      while (row < from.rows() && count < rows.length) {
        int length = rowsOf(array, row);
        while (element < length && count < rows.length) {
          rows[count] = row;
          elements[count++] = element++;
        }
        if (element == length) {
          row++;
          element = 0;
        }
      }
      return count;
    }

    private Batch gather(Batch from, int count) {
      out.reset();
      List<Integer> arrays = node.arrays();
      for (int i = 0; i < from.width(); i++) {
        if (!arrays.contains(i)) {
          out.column(i).append(columns[i], rows, 0, count);
        } else {
          gatherElements((ArrayColumn) columns[i], node.schema().type(i), i, count);
        }
      }
      out.grown(count);
      return out.batch();
    }

    private void gatherElements(ArrayColumn array, Type type, int column, int count) {
      ColumnBuffer target = out.column(column);
      int[] positions = new int[count];
      int from = 0;
      while (from < count) {
        int length = 0;
        while (from + length < count && isThere(array, from + length)) {
          int at = from + length;
          positions[length++] = array.offsets()[rows[at]] + elements[at];
        }
        target.append(array.elements(), positions, 0, length);
        from += length;
        if (from < count) {
          appendAbsent(target, type);
          from++;
        }
      }
    }

    private boolean isThere(ArrayColumn array, int at) {
      return elements[at] < array.length(rows[at]);
    }

    private void appendAbsent(ColumnBuffer target, Type type) {
      if (type.isNullable()) {
        target.appendNulls(1);
      } else if (type instanceof TupleType) {
        target.append(DefaultValues.of(type), 0, 1);
      } else {
        target.appendDefaults(1);
      }
    }

    @Override
    public void close() {
      source.close();
      memory.close();
    }
  }
}
