// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An insert answers for what it holds, as queries do. */
final class InsertMemoryTest {

  private static final int ROWS = 40_000;

  /** Text that is kept as it is, and compressed; so long that most of the memory is for it. */
  private static final byte[] DATA = data();

  private static final List<String> STATEMENTS =
      List.of(
          "INSERT INTO t FORMAT TSV",
          "INSERT INTO t SELECT number, toString(number % 5000), repeat(hex(sipHash64(number)), 8)"
              + " FROM numbers("
              + ROWS
              + ")");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static byte[] data() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      String hash = Long.toHexString(i * 0x9e3779b97f4a7c15L);
      text.append(i).append('\t').append(i % 5000).append('\t').append(hash.repeat(8)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void thePeakOfAnInsertIsTheSameEachTime(@TempDir Path place) {
    try (Twinhouse engine = open(place)) {
      for (String statement : STATEMENTS) {
        Set<Long> peaks = new HashSet<>();
        for (int i = 0; i < 6; i++) {
          peaks.add(insert(engine, statement, 0));
        }
        assertThat(peaks).as(statement).hasSize(1);
        assertThat(peaks.iterator().next()).as(statement).isGreaterThan(DATA.length);
      }
    }
  }

  @Test
  void aRefusedInsertLeavesNothing(@TempDir Path place) {
    try (Twinhouse engine = open(place)) {
      for (String statement : STATEMENTS) {
        long peak = insert(engine, statement, 0);
        engine.execute("TRUNCATE TABLE t");
        for (int part = 1; part < 10; part++) {
          long limit = peak * part / 10;
          assertThatThrownBy(() -> insert(engine, statement, limit))
              .isInstanceOf(TwinhouseException.class)
              .hasMessageContaining("Query memory limit exceeded");
        }
        assertThat(count(engine)).isEqualTo("0");
        insert(engine, statement, peak);
        assertThat(count(engine)).isEqualTo(Integer.toString(ROWS));
      }
    }
  }

  private static Twinhouse open(Path place) {
    Twinhouse engine = Twinhouse.open("arrow:" + place);
    engine.execute(
        "CREATE TABLE t (k UInt64, s String, text String) ENGINE = MergeTree ORDER BY s");
    return engine;
  }

  /** Returns the peak in bytes. */
  private static long insert(Twinhouse engine, String statement, long limit) {
    QueryRequest request =
        QueryRequest.of(statement)
            .withData(new ByteArrayInputStream(statement.endsWith("TSV") ? DATA : new byte[0]))
            .withSetting("max_memory_usage", Long.toString(limit));
    try (QueryResult result = engine.query(request)) {
      result.rows();
      return result.statistics().peakMemoryBytes();
    }
  }

  private static String count(Twinhouse engine) {
    try (QueryResult result = engine.query("SELECT count() FROM t")) {
      return String.valueOf(result.rows().get(0).get(0));
    }
  }
}
