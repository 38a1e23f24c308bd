// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The approximate distinct counts of 200 000 users stay within the errors that they promise. */
final class ApproximateDistinctTest {

  private static final int USERS = 200_000;
  private static final Map<String, Double> PERCENT =
      Map.of(
          "uniqExact(user)", 0.0,
          "uniqExact(sipHash64(user))", 0.0,
          "uniq(user)", 0.5,
          "uniqCombined(17)(user)", 1.0,
          "uniqHLL12(user)", 2.0);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      // A kind of estimate that this house has not is refused, never replaced by another.
      assertThat(compare(engine)).contains("uniqExact(user)", "uniq(user)");
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    try (Twinhouse engine = Twinhouse.open("clickhouse:" + server.url())) {
      assertThat(compare(engine)).isEqualTo(PERCENT.keySet());
    }
  }

  /** Returns the counts that the house knows. */
  private static Set<String> compare(Twinhouse engine) {
    Set<String> known = new HashSet<>();
    PERCENT.forEach(
        (count, percent) -> {
          String sql =
              "SELECT "
                  + count
                  + " FROM (SELECT concat('user-', toString(number % "
                  + USERS
                  + ")) AS user FROM numbers("
                  + 2 * USERS
                  + "))";
          try (QueryResult result = engine.query(QueryRequest.of(sql))) {
            assertThat(Double.parseDouble(String.valueOf(result.rows().get(0).get(0))))
                .as(count)
                .isCloseTo(USERS, Percentage.withPercentage(percent));
            known.add(count);
          } catch (TwinhouseException refused) {
            assertThat(
                    refused.is(ErrorCode.UNKNOWN_FUNCTION) || refused.is(ErrorCode.NOT_IMPLEMENTED))
                .as(refused.toString())
                .isTrue();
          }
        });
    return known;
  }
}
