// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.OperatorTime;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pours every partition of a stage into a sink of its own, on the workers. Each partition has a
 * steady memory node, for its operators and its sink, that lives until this run is closed: so the
 * query's peak is the same whichever partition was faster.
 *
 * @param <S> the sinks
 */
public final class PartitionRun<S extends PartitionSink> implements AutoCloseable {

  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LOOK_MILLIS = 20;

  private final QueryContext query;
  private final List<MemoryContext> memories = new ArrayList<>();
  private final List<S> sinks = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final @Nullable OperatorFigure owner = OperatorTime.current();

  private PartitionRun(QueryContext query) {
    this.query = query;
  }

  /**
   * Runs all partitions of a prepared stage to their end.
   *
   * @param sinkOf makes the sink of a partition, given its memory
   */
  public static <S extends PartitionSink> PartitionRun<S> of(
      QueryContext query, Stage input, Function<MemoryContext, S> sinkOf) {
    PartitionRun<S> run = new PartitionRun<>(query);
    try {
      run.pour(input, sinkOf);
      return run;
    } catch (RuntimeException | Error e) {
      run.close();
      throw e;
    }
  }

  /** The sinks, in the order of partitions. */
  public List<S> sinks() {
    return sinks;
  }

  /** Gives back the memory of one partition, whose sink is not used any more. */
  public void release(int partition) {
    memories.get(partition).close();
  }

  /** Drops all sinks, so that what they hold is free; whoever needs one further has it. */
  public void forgetSinks() {
    sinks.clear();
  }

  /** States that all partitions hold what they hold now: what they held more of once is free. */
  public void settle() {
    memories.forEach(MemoryContext::settle);
  }

  private void pour(Stage input, Function<MemoryContext, S> sinkOf) {
    List<Pour> pours = new ArrayList<>();
    try {
      for (int i = 0; i < input.partitions(); i++) {
        MemoryContext memory = query.memory().steadyChild(MemoryLevel.OPERATOR, "partition " + i);
        memories.add(memory);
        S sink = sinkOf.apply(memory);
        sinks.add(sink);
        pours.add(new Pour(input.open(i, memory), sink));
      }
      if (pours.size() == 1) {
        Pour only = pours.get(0);
        while (only.step()) {
          // the query's own thread does it all
        }
      } else {
        runAll(pours);
      }
    } finally {
      pours.forEach(pour -> pour.operator.close());
    }
    rethrow(failure.get());
    settle();
  }

  private void runAll(List<Pour> pours) {
    CountDownLatch done = new CountDownLatch(pours.size());
    for (Pour pour : pours) {
      query
          .pool()
          .submit(
              () -> {
                boolean more = pour.step();
                if (!more) {
                  done.countDown();
                }
                return more;
              });
    }
    boolean interrupted = false;
    OperatorTime.turnTo(null);
    while (true) {
      try {
        if (done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
        query.cancel();
      }
    }
    OperatorTime.turnTo(owner);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  /** Gives back the memory of all partitions, sinks included; idempotent. */
  @Override
  public void close() {
    memories.forEach(MemoryContext::close);
  }

  /** One partition on its way. */
  private final class Pour {

    private final Operator operator;
    private final S sink;

    Pour(Operator operator, S sink) {
      this.operator = operator;
      this.sink = sink;
    }

    boolean step() {
      OperatorFigure before = OperatorTime.turnTo(owner);
      Runnable asked = Checkpoint.enter(query::proceed);
      try {
        return failure.get() == null && work();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        return false;
      } finally {
        Checkpoint.enter(asked);
        OperatorTime.turnTo(before);
      }
    }

    private boolean work() {
      long start = System.nanoTime();
      do {
        Batch batch = query.proceed() && !sink.isFull() ? operator.next() : null;
        if (batch == null) {
          sink.finish();
          operator.close();
          return false;
        }
        sink.add(batch);
      } while (System.nanoTime() - start < STEP_NANOS);
      return true;
    }
  }
}
