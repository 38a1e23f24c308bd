// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever does the second piece of work, both are done once when the caller goes on. */
final class TwoThreadsTest {

  private final AtomicInteger done = new AtomicInteger();

  @Test
  void theCallerDoesWhatNobodyBegins() {
    List<Runnable> late = new ArrayList<>();
    run(late::add);
    late.forEach(Runnable::run);
    assertThat(done).hasValue(11);
  }

  @Test
  void theCallerDoesAllWhenThreadsAreBeingEnded() {
    run(
        work -> {
          throw new RejectedExecutionException("ended");
        });
    run(
        work -> {
          throw new IllegalStateException("ended");
        });
    assertThat(done).hasValue(22);
  }

  @Test
  void anotherThreadMayDoIt() {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 1; i <= 500; i++) {
        run(threads);
        assertThat(done).hasValue(11 * i);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whatFailsIsThrownWhenBothAreOver() {
    TwoThreads two = new TwoThreads(Runnable::run);
    Runnable fails =
        () -> {
          throw new IllegalArgumentException("failed");
        };
    assertThatThrownBy(() -> two.run(fails, () -> done.addAndGet(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(done).hasValue(1);
    assertThatThrownBy(() -> two.run(() -> done.addAndGet(10), fails))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(done).hasValue(11);
  }

  @Test
  void eachPieceOfManyIsDoneOnce() {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Runnable> work = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        int piece = i;
        work.add(() -> done.addAndGet(piece));
      }
      new TwoThreads(threads).run(work);
      assertThat(done).hasValue(499_500);
    } finally {
      threads.shutdown();
    }
  }

  private void run(Executor helpers) {
    new TwoThreads(helpers).run(() -> done.addAndGet(1), () -> done.addAndGet(10));
  }
}
