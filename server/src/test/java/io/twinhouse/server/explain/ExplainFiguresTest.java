// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EXPLAIN ANALYZE tells what operators did, EXPLAIN ESTIMATE about what they would hold. */
class ExplainFiguresTest {

  private final Twinhouse house = Twinhouse.at("arrow:memory:").threads(2).open();

  @BeforeEach
  void fill() {
    rows("CREATE TABLE e (u String, d Date, p UInt32) ENGINE = MergeTree ORDER BY p");
    rows(
        "INSERT INTO e SELECT toString(cityHash64(number) % 30000), toDate(20000 + number % 30),"
            + " toUInt32(number / 500) FROM numbers(1000000)");
  }

  @AfterEach
  void close() {
    house.close();
    assertThat(house.memory().reservedBytes()).isZero();
  }

  private List<List<@Nullable Object>> rows(String sql) {
    try (QueryResult result = house.query(sql)) {
      return result.rows();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT d, uniqExact(u) FROM e GROUP BY d",
        "SELECT p, d, uniqExact(u) FROM e GROUP BY p, d",
        "SELECT u, count() FROM e GROUP BY u",
        "SELECT u, p FROM e ORDER BY u, p",
        "SELECT count() FROM e AS a JOIN (SELECT u, max(p) AS m FROM e GROUP BY u) AS b USING (u)",
        "SELECT max(p) FROM e WHERE d = '2024-10-04'"
      })
  void estimatesThePeakWithinAFactorOfThree(String sql) {
    long estimate =
        ((Number) Objects.requireNonNull(rows("EXPLAIN ESTIMATE " + sql).get(0).get(2)))
            .longValue();
    try (QueryResult result = house.query(sql)) {
      assertThat(result.rows()).isNotEmpty();
      long peak = result.statistics().peakMemoryBytes();
      assertThat((double) estimate / peak).as(sql + ": " + peak).isBetween(1 / 3.0, 3.0);
    }
  }

  @Test
  void tellsWhatEachOperatorDid() {
    List<String> lines =
        rows("EXPLAIN ANALYZE SELECT d, uniqExact(u) FROM e WHERE p < 1000 GROUP BY d").stream()
            .map(row -> String.valueOf(row.get(0)))
            .toList();
    assertThat(lines).contains("Query summary:", "Output: 30");
    assertThat(lines).anyMatch(line -> line.startsWith("  Peak memory: "));
    int scan =
        lines.indexOf(lines.stream().filter(l -> l.contains("(e)")).findFirst().orElseThrow());
    assertThat(lines.get(scan + 1)).contains("rows 500000, peak ").contains(" ms (");
  }

  @Test
  void refusesWhatAnAnalysisCannotTell() {
    assertThatThrownBy(() -> rows("EXPLAIN ESTIMATE optimize = 1 SELECT 1"))
        .isInstanceOfSatisfying(
            TwinhouseException.class, e -> assertThat(e.is(ErrorCode.NOT_IMPLEMENTED)).isTrue());
  }
}
