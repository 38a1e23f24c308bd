// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * States of groups that a key of one byte tells apart. ClickHouse goes through a block of such rows
 * in fours: each row of a four has a state of its own, and a group's four states are merged in
 * their order when the block ends, which shows in the last digits of sums of floats and in which
 * row any() takes. A block goes on behind a full batch and ends with a shorter one.
 */
final class FourLanes implements Accumulator {

  private static final int LANES = 4;

  private final BoundAggregate function;
  private final MemoryContext context;
  private final Accumulator sum;
  private @Nullable Accumulator lanes;
  private @Nullable Reservation memory;
  private int[] places = {};
  private int groupCount;

  FourLanes(BoundAggregate function, MemoryContext context) {
    this.function = function;
    this.context = context;
    sum = function.newAccumulator(new Reservation(context));
  }

  /** The states that a function made: those of {@code states} themselves, or those behind fours. */
  static Accumulator plain(Accumulator states) {
    return states instanceof FourLanes fours ? fours.sum() : states;
  }

  @Override
  public void resize(int groups) {
    groupCount = Math.max(groupCount, groups);
    sum.resize(groups);
    if (lanes != null) {
      lanes.resize(LANES * groupCount);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    sum().add(arguments, groups, rows);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    if (pass != RowPass.FOURS) {
      add(arguments, groups, rows);
      return;
    }
    int whole = rows - rows % LANES;
    Accumulator open = lanes == null ? open(rows) : lanes;
    for (int row = 0; row < rows; row++) {
      places[row] = row < whole ? LANES * groups[row] + row % LANES : -1;
    }
    open.add(arguments, places, rows);
    if (rows < Batch.ROWS) {
      for (int row = 0; row < rows; row++) {
        places[row] = row < whole ? -1 : groups[row];
      }
      sum().add(arguments, places, rows);
    }
  }

  private Accumulator open(int rows) {
    Reservation reserved = new Reservation(context);
    memory = reserved;
    reserved.grow(4L * Batch.ROWS);
    places = new int[Math.max(Batch.ROWS, rows)];
    Accumulator made = function.newAccumulator(reserved);
    made.resize(LANES * groupCount);
    lanes = made;
    return made;
  }

  /** The states with those of the open block, which ends here. */
  private Accumulator sum() {
    Accumulator open = lanes;
    if (open != null) {
      int[] target = new int[LANES * groupCount];
      Arrays.setAll(target, place -> place / LANES);
      sum.merge(open, target, target.length);
      lanes = null;
    }
    if (memory != null) {
      memory.close();
      memory = null;
    }
    return sum;
  }

  @Override
  public void turnTo(int partition) {
    sum().turnTo(partition);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    sum().merge(plain(other), target, groups);
  }

  @Override
  public Column results(int from, int count) {
    return sum().results(from, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    sum().writeState(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    sum().mergeState(group, in);
  }

  @Override
  public long mostBytesPerGroup() {
    return sum.mostBytesPerGroup();
  }
}
