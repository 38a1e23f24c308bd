// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Optimised plans as text; what the golden file holds was read and found right. */
final class PlanTest {

  @Test
  void plansAsTheGoldenFileSays() {
    StringBuilder expected = new StringBuilder();
    StringBuilder found = new StringBuilder();
    for (GoldenCases golden : GoldenCases.of("plans.txt")) {
      expected.append(golden.query()).append('\n').append(golden.expected()).append("\n\n");
      found.append(golden.query()).append('\n').append(Planned.of(golden.query()).text());
      found.append("\n\n");
    }
    assertThat(found.toString()).isEqualTo(expected.toString());
  }

  @Test
  void namesColumnsAsTheServerDoes() {
    Planned plan =
        Planned.of(
            "SELECT a + 1, t.b, count(*) OVER (), s = 'x' AS q, q, -1, 1.5, 'it''s', a BETWEEN 1"
                + " AND 2, n.null, s || 'y', a IN (1, 2), CAST(a AS String), NULL FROM t");
    assertThat(plan.names())
        .containsExactly(
            "plus(a, 1)",
            "b",
            "count() OVER ()",
            "q",
            "q",
            "-1",
            "1.5",
            "'it\\'s'",
            "and(greaterOrEquals(a, 1), lessOrEquals(a, 2))",
            "n.null",
            "concat(s, 'y')",
            "in(a, (1, 2))",
            "CAST(a, 'String')",
            "NULL");
  }

  @Test
  void givesLiteralsTheSmallestType() {
    Planned plan =
        Planned.of("SELECT 1, 255, 256, 65536, 4294967296, -1, -129, 1e3, 'x', true, NULL, 1 + 1");
    assertThat(plan.types())
        .containsExactly(
            "UInt8",
            "UInt8",
            "UInt16",
            "UInt32",
            "UInt64",
            "Int8",
            "Int16",
            "Float64",
            "String",
            "Bool",
            "Nullable(Nothing)",
            "UInt16");
  }

  @Test
  void readsParametersByTheirTypes() {
    TestHouse house = TestHouse.embedded();
    Map<String, String> parameters = Map.of("n", "7", "s", "a\\tb", "table", "t", "absent", "\\N");
    Planned plan =
        Planned.of(
            "SELECT {n:UInt16}, {s:String}, {absent:Nullable(Int8)}, a FROM {table:Identifier}",
            house.context(parameters, Map.of()));
    assertThat(plan.types()).containsExactly("UInt16", "String", "Nullable(Int8)", "Int64");
    assertThat(plan.text()).contains("7_UInt16", "'a\\x09b'_String", "NULL_Nullable(Int8)");
  }

  @Test
  void expandsViewsAndJoinUseNulls() {
    TestHouse house = TestHouse.embedded();
    house.addView(TestHouse.DATABASE, "v", "SELECT a AS k, s FROM t WHERE b = 1");
    Planned plan =
        Planned.of(
            "SELECT t.a, v.s FROM t LEFT JOIN v ON t.a = v.k",
            house.context(Map.of(), Map.of("join_use_nulls", "1")));
    assertThat(plan.types()).containsExactly("Int64", "Nullable(String)");
  }
}
