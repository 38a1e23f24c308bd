// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twinhouse against the real server; {@code -Dtwinhouse.differential=100000} for a long run. */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class DifferentialTest {

  private static final int QUERIES = Integer.getInteger("twinhouse.differential", 1500);
  private static final int QUERIES_PER_SCHEMA = 100;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int answered;

  @Test
  void bothHousesGiveTheSameAnswer(RandomSource random) {
    ClickHouseHttp server = RealClickHouse.get().freshDatabase("differential");
    for (int done = 0; done < QUERIES; done += QUERIES_PER_SCHEMA) {
      runSchema(random.split(), server);
    }
    server.query("DROP DATABASE " + server.database());
    System.out.println(answered + " equal answers, refused by reason: " + refusals);
    assertThat(differences).as(Seed.replay()).isEmpty();
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(refused).as("refused: " + refusals).isLessThan(QUERIES / 20);
  }

  private void runSchema(RandomSource random, ClickHouseHttp server) {
    RandomTable left = RandomTable.draw(random, "lt", "l");
    RandomTable right = RandomTable.draw(random, "rt", "r");
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      for (RandomTable table : List.of(left, right)) {
        server.query("DROP TABLE IF EXISTS " + table.name());
        server.query(table.ddl());
        engine.execute(table.ddl());
        for (String insert : table.inserts()) {
          server.query(insert);
          engine.execute(insert);
        }
      }
      RandomQuery queries = new RandomQuery(random, left, right);
      for (int i = 0; i < QUERIES_PER_SCHEMA; i++) {
        compare(engine, server, queries.draw(), left.ddl() + "; " + right.ddl());
      }
    }
  }

  private void compare(Twinhouse engine, ClickHouseHttp server, String sql, String schema) {
    String theirs = theirAnswer(server, sql);
    String ours = ourAnswer(engine, sql);
    boolean sameError = theirs.startsWith("error ") && ours.startsWith(theirs + " ");
    if (ours.equals(theirs) || sameError) {
      answered++;
    } else if (ours.startsWith("error ") && ours.contains("NOT_IMPLEMENTED")) {
      refusals.merge(ours.substring(0, Math.min(90, ours.length())), 1, Integer::sum);
    } else {
      differences.add(sql + "\n  server: " + theirs + "\n  ours:   " + ours + "\n  over " + schema);
    }
  }

  private static String theirAnswer(ClickHouseHttp server, String sql) {
    try {
      return canonical(server.query(sql), sql);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    }
  }

  private static String ourAnswer(Twinhouse engine, String sql) {
    try (QueryResult result = engine.query(sql)) {
      TextOutput text = new TextOutput();
      List<ValueWriter> writers =
          result.schema().types().stream()
              .map(type -> ValueWriter.of(type, TextStyle.ESCAPED, ZoneOffset.UTC))
              .toList();
      for (Batch batch = result.next(); batch != null; batch = result.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          for (int c = 0; c < writers.size(); c++) {
            writers.get(c).write(batch.column(c), row, text);
            text.put(c + 1 < writers.size() ? '\t' : '\n');
          }
        }
      }
      return canonical(text.toString(), sql);
    } catch (TwinhouseException e) {
      boolean refused = e.codeName().equals("NOT_IMPLEMENTED");
      return "error " + (refused ? e.codeName() : e.number()) + " " + e.getMessage();
    }
  }

  /** Rows without an order are compared as a bag. */
  private static String canonical(String rows, String sql) {
    boolean ordered = sql.contains(" LIMIT ") && !sql.startsWith("SELECT count()");
    List<String> lines = rows.lines().toList();
    return String.join("\n", ordered ? lines : lines.stream().sorted().toList());
  }
}
