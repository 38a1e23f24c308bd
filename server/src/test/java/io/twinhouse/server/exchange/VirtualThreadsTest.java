// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many virtual threads with a query each: all are answered, and none holds on to its carrier while
 * it waits for the workers. Virtual threads are asked for by reflection, as they are younger than
 * Java 17.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
final class VirtualThreadsTest {

  private static final int THREADS = 200;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static List<List<Object>> ask(Twinhouse engine, int i) {
    String sql = "SELECT count(), uniqExact(a % 7), " + i + " FROM t WHERE a % 200 >= " + i % 100;
    try (QueryResult result = engine.query(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      result.rows().forEach(row -> rows.add(new ArrayList<>(row)));
      return rows;
    }
  }

  @Test
  void aQueryEachAndNonePinned() throws Exception {
    ConcurrentLinkedQueue<RecordedEvent> pinned = new ConcurrentLinkedQueue<>();
    ExecutorService threads = virtualThreads();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        RecordingStream events = new RecordingStream()) {
      engine.execute(
          "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a;"
              + "INSERT INTO t SELECT number FROM numbers(200000)");
      events.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(50));
      events.onEvent("jdk.VirtualThreadPinned", pinned::add);
      events.startAsync();
      List<Future<List<List<Object>>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        answers.add(threads.submit(() -> ask(engine, number)));
      }
      for (int i = 0; i < THREADS; i++) {
        assertThat(answers.get(i).get().get(0).get(0).toString())
            .isEqualTo(Integer.toString(200_000 / 200 * (200 - i % 100)));
      }
      events.close();
    } finally {
      threads.shutdown();
    }
    assertThat(pinned).as("virtual threads that held on to their carrier").isEmpty();
  }
}
