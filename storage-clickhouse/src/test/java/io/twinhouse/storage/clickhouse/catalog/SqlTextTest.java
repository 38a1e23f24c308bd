// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SqlTextTest {
  @Test
  void splitsAtCommasOutsideQuotesAndParentheses() {
    assertThat(SqlText.splitList("a, f(b, [c, d]), `x, y`, 'it\\'s, so'"))
        .containsExactly("a", "f(b, [c, d])", "`x, y`", "'it\\'s, so'");
    assertThat(SqlText.splitList(" ")).isEmpty();
  }

  @Test
  void findsKeywordsThatStandAlone() {
    assertThat(SqlText.findKeyword("TTLs 'TTL' (TTL) x_TTL TTL d", "TTL")).isEqualTo(23);
    assertThat(SqlText.findKeyword("ORDER BY `TTL`", "TTL")).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource
  void findsTheFirstWordOfAStatement(String sql, String word) {
    assertThat(SqlText.firstWord(sql)).isEqualTo(word);
  }

  static Stream<Arguments> findsTheFirstWordOfAStatement() {
    return Stream.of(
        Arguments.of("select 1", "SELECT"),
        Arguments.of("  /* not this */ -- nor this\n ((SELECT 1))", "SELECT"),
        Arguments.of("# comment\nShow tables", "SHOW"),
        Arguments.of("-- nothing else", ""),
        Arguments.of("/* open", ""));
  }

  @Test
  void readsWhatTheServerPrintsOfAnEngine() {
    EngineClause engine =
        EngineClause.parse(
            "ReplacingMergeTree(ver, is_deleted) PARTITION BY (toYYYYMM(d), `TTL`) ORDER BY a"
                + " TTL d + toIntervalDay(90) WHERE a = ')', e + toIntervalDay(1)"
                + " SETTINGS index_granularity = 1024, storage_policy = 'it\\'s'");
    assertThat(engine.arguments()).containsExactly("ver", "is_deleted");
    assertThat(engine.ttl()).isEqualTo("d + toIntervalDay(90) WHERE a = ')', e + toIntervalDay(1)");
    assertThat(engine.settings())
        .isEqualTo(Map.of("index_granularity", "1024", "storage_policy", "it's"));
    assertThat(EngineClause.parse("MergeTree ORDER BY f(a)"))
        .isEqualTo(new EngineClause(List.of(), null, Map.of()));
    assertThat(EngineClause.parse("")).isEqualTo(new EngineClause(List.of(), null, Map.of()));
  }
}
