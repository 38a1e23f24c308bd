// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** CHECK TABLE finds the part whose file has changed, and no other. */
final class CheckTableTest {

  /** What the damaged part holds and nothing else does. */
  private static final String WORD = "a word that is looked for";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static List<?> rows(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  @Test
  void aDamagedPartIsNamed(@TempDir Path place) throws IOException {
    leaks.watchFiles(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      engine.execute(
          "CREATE TABLE t (k UInt32, s String CODEC(NONE)) ENGINE = MergeTree ORDER BY k");
      engine.execute("INSERT INTO t SELECT number, toString(number) FROM numbers(10000)");
      engine.execute(
          "INSERT INTO t SELECT number, concat('"
              + WORD
              + " ', toString(rand64())) FROM"
              + " numbers(10000)");
      assertThat(rows(engine, "CHECK TABLE t")).hasSize(2);
      assertThat(rows(engine, "CHECK TABLE t").toString()).doesNotContain(", 0, ");
    }
    damage(place);
    try (Twinhouse engine = Twinhouse.open("arrow:" + place)) {
      List<?> verdicts = rows(engine, "CHECK TABLE t");
      assertThat(verdicts).hasSize(2);
      assertThat(verdicts.get(0).toString()).contains("all_1_1_0, 1, ");
      assertThat(verdicts.get(1).toString()).contains("all_2_2_0, 0, ");
      String single = "CHECK TABLE t SETTINGS check_query_single_value_result = 1";
      assertThat(rows(engine, single).toString()).contains("0");
    }
  }

  private static void damage(Path place) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.walk(place)) {
      parts =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).sorted().toList();
    }
    Path last = parts.get(parts.size() - 1);
    byte[] bytes = Files.readAllBytes(last);
    // in the middle of what the footer tells of
    bytes[bytes.length / 3] ^= 1;
    Files.write(last, bytes);
  }
}
