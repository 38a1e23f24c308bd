// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RequiresClickHouse
final class RealClickHouseTest {
  private final ClickHouseHttp http;

  RealClickHouseTest(ClickHouseHttp http) {
    this.http = http;
  }

  @Test
  void answersInTheTestClassesOwnDatabase() {
    assertThat(http.query("SELECT currentDatabase(), 1 + 1"))
        .isEqualTo("test_RealClickHouseTest_" + ProcessHandle.current().pid() + "\t2\n");
  }

  @Test
  void readsNamesTypesAndPrintedValues() {
    Rows rows =
        http.rows("SELECT number AS n, if(n = 1, NULL, 'a\tb') AS s FROM numbers(2) ORDER BY n");
    assertThat(rows.names()).containsExactly("n", "s");
    assertThat(rows.types()).containsExactly("UInt64", "Nullable(String)");
    assertThat(rows.rows()).containsExactly(List.of("0", "a\\tb"), List.of("1", "\\N"));
    assertThat(rows.column("n")).containsExactly("0", "1");
  }

  @Test
  void anEmptyResultStillHasNamesAndTypes() {
    Rows rows = http.rows("SELECT 1 AS x WHERE 0");
    assertThat(rows).isEqualTo(new Rows(List.of("x"), List.of("UInt8"), List.of()));
  }

  @Test
  void passesParametersAndSettings() {
    assertThat(http.withParameter("p", "x'y").query("SELECT {p:String}")).isEqualTo("x\\'y\n");
    assertThat(http.with("max_threads", 1).rows("SELECT getSetting('max_threads')").single())
        .isEqualTo("1");
  }

  @Test
  void insertsData() {
    http.query("CREATE TABLE numbers_in (n UInt8) ENGINE = MergeTree ORDER BY n");
    http.insert("INSERT INTO numbers_in FORMAT TSV", "1\n2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(http.rows("SELECT sum(n) FROM numbers_in").single()).isEqualTo("3");
  }

  @Test
  void tellsARefusalByCodeNameAndText() {
    ClickHouseRefusal refusal =
        catchThrowableOfType(
            ClickHouseRefusal.class, () -> http.query("SELECT * FROM system.no_such"));
    assertThat(refusal.code()).isEqualTo(60);
    assertThat(refusal.name()).isEqualTo("UNKNOWN_TABLE");
    assertThat(refusal.text())
        .startsWith("Unknown table expression identifier")
        .endsWith("no_such");
  }

  @Test
  void anErrorAfterTheFirstRowsIsARefusalToo() {
    assertThatExceptionOfType(ClickHouseRefusal.class)
        .isThrownBy(() -> http.query("SELECT throwIf(number = 900000) FROM numbers(1000000)"))
        .matches(refusal -> refusal.code() == 395);
  }

  @Test
  void keepsAQueryLog() {
    http.query("SELECT 'find me in the log'");
    http.query("SYSTEM FLUSH LOGS");
    assertThat(
            http.query(
                "SELECT count() > 0 FROM system.query_log WHERE type = 'QueryFinish'"
                    + " AND query = 'SELECT \\'find me in the log\\''"))
        .isEqualTo("1\n");
  }

  /** A nested class shares the database of the outermost. */
  @Nested
  final class Inside {
    @Test
    void sharesTheDatabase(ClickHouseHttp inner) {
      assertThat(inner.database()).isEqualTo(http.database());
    }
  }
}
