// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.OperatorTime;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One partition of many that do work while their rows are read: the workers fill one batch a
 * partition ahead, and the reader takes batches from the partitions in turn, so that their order
 * does not depend on which was faster.
 */
public final class GatherStage extends UnaryStage {

  private static final long LOOK_MILLIS = 20;

  private final QueryContext query;
  private final List<Type> types;

  /**
   * @param types of the input's columns
   */
  public GatherStage(QueryContext query, Stage input, List<Type> types) {
    super(input);
    this.query = query;
    this.types = types;
  }

  @Override
  public int partitions() {
    return Math.min(1, input.partitions());
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return input.partitions() == 1 ? input.open(0, memory) : new GatherOperator(memory);
  }

  /** What a partition is at. */
  private enum State {
    WORKING,
    FILLED,
    ENDED
  }

  /** Takes turns. */
  private final class GatherOperator implements Operator {

    private final Object monitor = new Object();
    private final List<Lane> all = new ArrayList<>();
    private final List<Lane> lanes;
    private final @Nullable OperatorFigure owner = OperatorTime.current();
    private @Nullable Lane shown;
    private int turn;
    private boolean started;
    private boolean interrupted;
    private volatile boolean closed;
    private @Nullable Throwable failure;

    GatherOperator(MemoryContext parent) {
      try {
        for (int i = 0; i < input.partitions(); i++) {
          MemoryContext memory = parent.steadyChild(MemoryLevel.OPERATOR, "partition " + i);
          all.add(new Lane(memory));
          all.get(i).operator = input.open(i, memory);
        }
      } catch (RuntimeException | Error e) {
        close();
        throw e;
      }
      lanes = new ArrayList<>(all);
    }

    @Override
    public @Nullable Batch next() {
      if (!started) {
        started = true;
        lanes.forEach(this::submit);
      }
      if (shown != null) {
        submit(shown);
        shown = null;
      }
      while (!lanes.isEmpty() && query.proceed()) {
        Lane lane = lanes.get(turn);
        if (await(lane) == State.FILLED) {
          turn = (turn + 1) % lanes.size();
          shown = lane;
          return lane.rows.batch();
        }
        lanes.remove(turn);
        turn = turn == lanes.size() ? 0 : turn;
      }
      return null;
    }

    private void submit(Lane lane) {
      synchronized (monitor) {
        lane.state = State.WORKING;
      }
      query.pool().submit(() -> step(lane));
    }

    /** One batch of a partition; never has more to do than that. */
    private boolean step(Lane lane) {
      State reached = State.ENDED;
      Throwable thrown = null;
      OperatorFigure before = OperatorTime.turnTo(owner);
      Runnable asked = Checkpoint.enter(query::proceed);
      try {
        reached = !closed && lane.fill() ? State.FILLED : State.ENDED;
      } catch (RuntimeException | Error e) {
        thrown = e;
      } finally {
        Checkpoint.enter(asked);
        OperatorTime.turnTo(before);
      }
      synchronized (monitor) {
        failure = failure == null ? thrown : failure;
        lane.state = reached;
        monitor.notifyAll();
      }
      return false;
    }

    private State await(Lane lane) {
      OperatorTime.turnTo(null);
      try {
        awaitIdle(lane);
        synchronized (monitor) {
          rethrow();
          return lane.state;
        }
      } finally {
        OperatorTime.turnTo(owner);
      }
    }

    private void awaitIdle(Lane lane) {
      synchronized (monitor) {
        while (lane.state == State.WORKING) {
          try {
            monitor.wait(LOOK_MILLIS);
          } catch (InterruptedException e) {
            query.cancel();
            interrupted = true;
          }
        }
      }
    }

    private void rethrow() {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }

    @Override
    public void close() {
      closed = true;
      for (Lane lane : all) {
        awaitIdle(lane);
        lane.close();
      }
      all.clear();
    }
  }

  /** One partition. */
  private final class Lane {

    private final MemoryContext memory;
    private final BatchBuffer rows;
    private @Nullable Operator operator;
    private State state = State.ENDED;

    Lane(MemoryContext memory) {
      this.memory = memory;
      rows = new BatchBuffer(types, new Reservation(memory));
    }

    boolean fill() {
      rows.reset();
      Operator source = operator;
      Batch batch = source != null && query.proceed() ? source.next() : null;
      if (batch != null) {
        rows.append(batch, 0, batch.rows());
      }
      return batch != null;
    }

    void close() {
      if (operator != null) {
        operator.close();
        operator = null;
      }
      memory.close();
    }
  }
}
