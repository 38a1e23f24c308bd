// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up left rows. Pairs are made in vectors: keys first, then the rest of the condition on the
 * pairs, then what the join's mode lets through. Left rows without a pair come where the pair would
 * have been, or behind their batch's pairs when a residual condition decides; right rows without
 * one come at the end.
 */
final class ProbeOperator implements Operator {

  private static final int NONE = -1;

  private final QueryContext query;
  private final PlanNode.Join node;
  private final JoinMode mode;
  private final BuildTable table;
  private final Operator source;
  private final OperatorFigure figure;
  private final MemoryContext memory;
  private final Reservation held;
  private final @Nullable RightFinder finder;
  private final @Nullable ExpressionEvaluator residual;
  private final PairWriter candidates;
  private final PairWriter out;

  private final int[] leftRows = new int[Batch.ROWS];
  private final int[] addresses = new int[Batch.ROWS];
  private final int[] survivors = new int[Batch.ROWS];
  private int[] keys = {};
  private int[] closest = {};
  private boolean[] leftMatched = {};

  private @Nullable Batch batch;
  private int row;
  private int position = NONE;
  private int loneRow;
  private int loneAddress = NONE;
  private boolean done;

  ProbeOperator(
      QueryContext query,
      PlanNode.Join node,
      JoinMode mode,
      BuildTable table,
      Operator source,
      OperatorFigure figure,
      MemoryContext memory) {
    this.query = query;
    this.node = node;
    this.mode = mode;
    this.table = table;
    this.source = source;
    this.figure = figure;
    this.memory = memory;
    held = new Reservation(memory);
    held.grow(12L * Batch.ROWS);
    finder = table.finder(held);
    residual = node.residual() == null ? null : ExpressionEvaluator.of(node.residual(), memory);
    List<Type> all = new ArrayList<>(node.left().schema().types());
    int width = all.size();
    all.addAll(node.right().schema().types());
    candidates = new PairWriter(new BatchBuffer(all, held), width, all, table.rightRows());
    out =
        new PairWriter(
            new BatchBuffer(node.schema().types(), held),
            width,
            node.schema().types(),
            table.rightRows());
  }

  @Override
  public @Nullable Batch next() {
    while (!done) {
      query.proceed();
      int count = batch == null ? 0 : fill(batch);
      if (count > 0 && batch != null) {
        figure.yielded(count);
        return out.write(batch, leftRows, addresses, count);
      }
      batch = source.next();
      if (batch == null) {
        done = true;
        loneAddress = 0;
      } else {
        enter(batch);
      }
    }
    return mode.loneRight() && loneAddress >= 0 ? loneRight() : null;
  }

  private void enter(Batch next) {
    int rows = next.rows();
    if (keys.length < rows) {
      int perRow = node.asof() == null ? 5 : 9;
      held.grow((long) perRow * (rows - keys.length));
      keys = new int[rows];
      closest = node.asof() == null ? closest : new int[rows];
      leftMatched = new boolean[rows];
    }
    Arrays.fill(leftMatched, 0, rows, false);
    if (finder == null) {
      Arrays.fill(keys, 0, rows, 0);
    } else {
      Column[] values = node.leftKeys().stream().map(next::column).toArray(Column[]::new);
      int asof = values.length - 1;
      finder.find(node.asof() == null ? values : Arrays.copyOf(values, asof), rows, keys);
      for (Column value : values) {
        dropNulls(value.nulls(), rows);
      }
      if (node.asof() != null) {
        findClosest(values[asof], rows);
      }
    }
    row = 0;
    position = NONE;
    loneRow = 0;
  }

  /** Keeps the key of rows with a close enough partner, whose position is noted. */
  private void findClosest(Column column, int rows) {
    for (int i = 0; i < rows; i++) {
      closest[i] = keys[i] < 0 ? NONE : table.closest(column, i, keys[i]);
      keys[i] = closest[i] == NONE ? NONE : keys[i];
    }
  }

  private void dropNulls(boolean @Nullable [] nulls, int rows) {
    if (nulls != null) {
      for (int i = 0; i < rows; i++) {
        keys[i] = nulls[i] ? NONE : keys[i];
      }
    }
  }

  /** The next pairs of the batch, lone left rows among them; 0 when the batch is used up. */
  private int fill(Batch left) {
    while (row < left.rows()) {
      int count = generate(left.rows());
      count = residual == null ? count : filter(left, residual, count);
      count = admit(count);
      if (count > 0) {
        return count;
      }
    }
    return mode.loneLeft() && residual != null ? loneLeft(left.rows()) : 0;
  }

  /** Candidates by key. Without a residual condition a left row without one is its own pair. */
  private int generate(int rows) {
    int count = 0;
    while (row < rows && count < Batch.ROWS) {
      int key = keys[row];
      if (key < 0 || table.first(key) == table.end(key)) {
        if (mode.loneLeft() && residual == null) {
          leftRows[count] = row;
          addresses[count++] = NONE;
        }
        row++;
        continue;
      }
      int from = position == NONE ? first(key) : position;
      int end = table.end(key);
      if (node.asof() != null || (mode.needsOnlyFirst() && residual == null)) {
        end = Math.min(end, from + 1);
      }
      int step = Math.min(end - from, Batch.ROWS - count);
      for (int i = 0; i < step; i++) {
        leftRows[count] = row;
        addresses[count++] = table.address(from + i);
      }
      position = from + step;
      if (position == end) {
        row++;
        position = NONE;
      }
    }
    return count;
  }

  private int first(int key) {
    return node.asof() == null ? table.first(key) : closest[row];
  }

  private int filter(Batch left, ExpressionEvaluator condition, int count) {
    if (count == 0) {
      return 0;
    }
    int kept = condition.select(candidates.write(left, leftRows, addresses, count), survivors);
    for (int i = 0; i < kept; i++) {
      leftRows[i] = leftRows[survivors[i]];
      addresses[i] = addresses[survivors[i]];
    }
    return kept;
  }

  /** Keeps the pairs that the mode yields and remembers which rows had one. */
  private int admit(int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int left = leftRows[i];
      int address = addresses[i];
      boolean lone = address == NONE;
      if (lone || admits(left, address)) {
        leftRows[kept] = left;
        addresses[kept++] = address;
      }
    }
    return kept;
  }

  private boolean admits(int left, int address) {
    boolean admitted =
        mode.pairs()
            && !(mode.oncePerLeft() && leftMatched[left])
            && !(mode.oncePerRight() && table.isMatched(address))
            && (!mode.oncePerKey() || table.use(keys[left]));
    leftMatched[left] = true;
    table.match(address);
    return admitted;
  }

  private int loneLeft(int rows) {
    int count = 0;
    while (loneRow < rows && count < Batch.ROWS) {
      leftRows[count] = loneRow;
      addresses[count] = NONE;
      count += leftMatched[loneRow] ? 0 : 1;
      loneRow++;
    }
    return count;
  }

  private @Nullable Batch loneRight() {
    int count = 0;
    int end = table.store().chunks() * Batch.ROWS;
    while (loneAddress < end && count < Batch.ROWS) {
      boolean exists =
          RowStore.rowOf(loneAddress) < table.store().chunk(RowStore.chunkOf(loneAddress)).rows();
      if (exists && !table.isMatched(loneAddress)) {
        addresses[count++] = loneAddress;
      }
      loneAddress++;
    }
    figure.yielded(count);
    return count == 0 ? null : out.writeLoneRight(addresses, count);
  }

  @Override
  public void close() {
    done = true;
    loneAddress = NONE;
    source.close();
    if (residual != null) {
      residual.close();
    }
    memory.close();
  }
}
