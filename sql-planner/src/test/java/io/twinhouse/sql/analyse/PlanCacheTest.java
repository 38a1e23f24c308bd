// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.sql.prepare.PlanCache;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans are used again for the same text, and for nothing else. */
final class PlanCacheTest {

  private final PlanCache cache = new PlanCache();
  private final TestHouse house = TestHouse.embedded();

  @Test
  void theSameTextHasTheSamePlan() {
    String sql = "SELECT s, count() FROM t WHERE a IN (SELECT b FROM t) GROUP BY s";
    Statement first = cache.prepare(sql, house.context());
    assertThat(cache.prepare(sql, house.context())).isSameAs(first);
    assertThat(cache.prepare(sql + " ", house.context())).isNotSameAs(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT now()",
        "SELECT count() FROM t WHERE d > today()",
        "SELECT rand()",
        "SELECT currentUser()",
        "SELECT name FROM system.tables",
        "EXPLAIN SELECT a FROM t"
      })
  void whatHoldsForTheMomentIsPlannedAnew(String sql) {
    Statement first = cache.prepare(sql, house.context());
    assertThat(cache.prepare(sql, house.context())).isNotSameAs(first);
  }

  @Test
  void settingsAndParametersAreParts() {
    String sql = "SELECT {p:UInt8}";
    Statement one = cache.prepare(sql, with(Map.of("p", "1"), Map.of()));
    assertThat(cache.prepare(sql, with(Map.of("p", "2"), Map.of()))).isNotSameAs(one);
    assertThat(cache.prepare(sql, with(Map.of("p", "1"), Map.of("max_threads", "1"))))
        .isNotSameAs(one);
    assertThat(cache.prepare(sql, with(Map.of("p", "1"), Map.of()))).isSameAs(one);
  }

  private PlanningContext with(Map<String, String> parameters, Map<String, String> settings) {
    PlanningContext plain = house.context();
    return new PlanningContext(
        plain.storage(), plain.bind(), parameters, settings, plain.rewrites());
  }

  @Test
  void anotherTableOfTheNameIsPlannedAnew() {
    String sql = "SELECT * FROM extra";
    house.add(TestHouse.DATABASE, "extra", "MergeTree", "x Int64", "x");
    Statement one = cache.prepare(sql, house.context());
    assertThat(cache.prepare(sql, house.context())).isSameAs(one);
    house.add(TestHouse.DATABASE, "extra", "MergeTree", "x Int64, y String", "x");
    Statement two = cache.prepare(sql, house.context());
    assertThat(((Statement.Query) two).schema().names()).containsExactly("x", "y");
    house.addView(TestHouse.DATABASE, "v", "SELECT a FROM t");
    Statement view = cache.prepare("SELECT * FROM v", house.context());
    house.addView(TestHouse.DATABASE, "v", "SELECT b FROM t");
    assertThat(cache.prepare("SELECT * FROM v", house.context())).isNotSameAs(view);
  }

  @Test
  void aTemporaryTableIsOfOneSession() {
    String sql = "SELECT * FROM t";
    Statement lasting = cache.prepare(sql, house.context());
    house.addTemporary("t");
    Statement hidden = cache.prepare(sql, house.context());
    assertThat(((Statement.Query) hidden).schema().names()).containsExactly("x");
    assertThat(cache.prepare(sql, house.context())).isNotSameAs(hidden).isNotSameAs(lasting);
  }

  @Test
  void theOldestPlansGo() {
    String sql = "SELECT a FROM t WHERE s = 'first'";
    Statement first = cache.prepare(sql, house.context());
    for (int i = 0; i < 60; i++) {
      cache.prepare("SELECT " + i + " /*" + " ".repeat(4000) + "*/", house.context());
    }
    assertThat(cache.prepare(sql, house.context())).isNotSameAs(first);
  }
}
