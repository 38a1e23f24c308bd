// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.List;

/**
 * Rows of a block on their way to groups, in full batches as far as possible: most frames have few
 * rows of their own.
 */
final class GroupedRows {

  private final WindowBlock block;
  private final List<Integer> arguments;
  private final Accumulator target;
  private final ColumnBuffer[] gathered;
  private final int[] rows;
  private final int[] groups;
  private int count;
  private int flushes;

  GroupedRows(WindowBlock block, WindowCall call, Accumulator target, Reservation memory) {
    memory.grow(8L * Batch.ROWS);
    this.block = block;
    this.target = target;
    arguments = call.arguments();
    rows = new int[Batch.ROWS];
    groups = new int[Batch.ROWS];
    gathered =
        arguments.stream()
            .map(column -> ColumnBuffer.of(block.node().input().schema().type(column), memory))
            .toArray(ColumnBuffer[]::new);
  }

  /** Adds rows {@code [from, end)} to a group, soon. */
  void add(int from, int end, int group) {
    for (int row = from; row < end; row++) {
      if (count == rows.length) {
        Checkpoint.pass();
        flush();
      }
      rows[count] = row;
      groups[count++] = group;
    }
  }

  /** Adds what was not added yet. */
  void flush() {
    Checkpoint.passSometimes(flushes++);
    Column[] columns = new Column[gathered.length];
    for (int i = 0; i < columns.length; i++) {
      gathered[i].reset();
      block.store().gather(arguments.get(i), rows, 0, count, gathered[i]);
      columns[i] = gathered[i].column();
    }
    target.add(columns, groups, count);
    count = 0;
  }
}
