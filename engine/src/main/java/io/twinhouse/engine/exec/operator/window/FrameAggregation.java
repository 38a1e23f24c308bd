// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over frames. Where the order of rows does not show, whole partitions are groups like
 * any others, frames that start with the partition grow one state and read it as they go, and any
 * other frames get a group a row. Elsewhere {@linkplain FramesInTurn each frame takes its rows in
 * passes of its own}.
 */
final class FrameAggregation {

  /** Passes over fewer rows than this add them up one by one, as groups do. */
  private static final int SHORT = 16;

  private final WindowBlock block;
  private final WindowCall call;
  private final BoundAggregate function;
  private final Frames frames;

  FrameAggregation(WindowBlock block, WindowCall call, BoundAggregate function) {
    this.block = block;
    this.call = call;
    this.function = function;
    frames = new Frames(block, call.frame());
  }

  void compute(ColumnBuffer out) {
    refuse(AggregateTrait.OTHER_IN_WINDOWS, "windows; group the rows and join them");
    refuseChosenCompensation();
    if (frames.areWhole()) {
      whole(out);
      return;
    }
    refuse(AggregateTrait.WORN_BY_ANSWERS, "frames but whole partitions");
    try (Reservation bounds = new Reservation(block.memory().context())) {
      int rows = block.rows();
      bounds.grow(8L * rows);
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      for (int p = 0; p < block.partitions(); p++) {
        frames.fill(block.partitionStart(p), block.partitionEnd(p), starts, ends);
      }
      if (!showsPasses() || (addsUpAlike() && passesAreShort(starts, ends))) {
        FrameSteps steps = new FrameSteps(block, call, function);
        if (frames.startWithPartition()) {
          steps.growing(ends, out);
        } else {
          steps.apart(starts, ends, out);
        }
      } else {
        new FramesInTurn(block, call, function, bounds).answer(starts, ends, out);
      }
    }
  }

  /** Whether results tell in which passes the rows came. */
  private boolean showsPasses() {
    return !function.ignoresOrder() || choosesByAnother();
  }

  /** Of rows that are equally good the pass over them settles which one is chosen. */
  private boolean choosesByAnother() {
    return call.arguments().size() > 1
        && FunctionRegistry.standard().has(call.name(), AggregateTrait.CHOOSES);
  }

  /** Whether a short pass over a table does what one over a group does. */
  private boolean addsUpAlike() {
    return !choosesByAnother() && !call.name().startsWith("sumKahan");
  }

  /** Whether each pass is a short one into an empty state or has but one row. */
  private boolean passesAreShort(int[] starts, int[] ends) {
    for (int p = 0; p < block.partitions(); p++) {
      int added = 0;
      for (int row = block.partitionStart(p); row < block.partitionEnd(p); row++) {
        boolean goesOn = row > block.partitionStart(p) && starts[row] == starts[row - 1];
        if (ends[row] - (goesOn ? added : starts[row]) >= (goesOn ? 2 : SHORT)) {
          return false;
        }
        added = goesOn ? Math.max(added, ends[row]) : ends[row];
      }
    }
    return true;
  }

  private void whole(ColumnBuffer out) {
    try (Reservation state = new Reservation(block.memory().context())) {
      state.grow(4L * (block.partitions() + Batch.ROWS));
      int[] groupOf = new int[block.partitions()];
      int groups = 0;
      for (int p = 0; p < groupOf.length; p++) {
        groupOf[p] = isGroup(p) ? groups++ : -1;
      }
      Accumulator accumulator = function.newAccumulator(state);
      if (groups > 0) {
        accumulator.resize(groups);
        addWhole(accumulator, groupOf);
      }
      answerWhole(groups == 0 ? null : accumulator.results(0, groups), groupOf, state, out);
    }
  }

  private boolean isGroup(int partition) {
    int rows = block.partitionEnd(partition) - block.partitionStart(partition);
    return !showsPasses() || (addsUpAlike() && rows < SHORT);
  }

  private void addWhole(Accumulator accumulator, int[] groupOf) {
    int[] groups = new int[Batch.ROWS];
    int partition = 0;
    for (int chunk = 0; chunk < block.store().chunks(); chunk++) {
      Batch batch = block.store().chunk(chunk);
      for (int row = 0; row < batch.rows(); row++) {
        int number = RowStore.address(chunk, row);
        partition += number == block.partitionEnd(partition) ? 1 : 0;
        groups[row] = groupOf[partition];
      }
      Column[] arguments = call.arguments().stream().map(batch::column).toArray(Column[]::new);
      accumulator.add(arguments, groups, batch.rows());
    }
  }

  /**
   * Repeats each partition's result for all of its rows.
   *
   * @param values of partitions that are groups; null if none is
   * @param groupOf a partition each, -1 for one that is worked through apart
   */
  private void answerWhole(
      @Nullable Column values, int[] groupOf, Reservation memory, ColumnBuffer out) {
    FramesInTurn apart = showsPasses() ? new FramesInTurn(block, call, function, memory) : null;
    int[] repeated = new int[Batch.ROWS];
    int pending = 0;
    for (int p = 0; p < groupOf.length; p++) {
      int from = block.partitionStart(p);
      int end = block.partitionEnd(p);
      if (values != null && groupOf[p] >= 0) {
        for (int row = from; row < end; row++) {
          if (pending == repeated.length) {
            out.append(values, repeated, 0, pending);
            pending = 0;
          }
          repeated[pending++] = groupOf[p];
        }
      } else if (apart != null) {
        if (values != null) {
          out.append(values, repeated, 0, pending);
          pending = 0;
        }
        apart.answer(from, end, from, null, out);
      }
    }
    if (values != null) {
      out.append(values, repeated, 0, pending);
    }
  }

  private void refuse(AggregateTrait trait, String what) {
    if (FunctionRegistry.standard().has(call.name(), trait)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Function " + call.name() + " is not implemented for " + what);
    }
  }

  /** The server's own loses rows there that a condition or a NULL does not leave out. */
  private void refuseChosenCompensation() {
    boolean chosen = call.name().contains("If");
    for (int column : call.arguments()) {
      chosen |= block.node().input().schema().type(column).isNullable();
    }
    if (chosen && call.name().startsWith("sumKahan")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function " + call.name() + " is not implemented for windows over chosen rows; use sum");
    }
  }
}
