// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.ddl.DefinitionScripts;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of definitions with mutated statements between theirs: each is carried out or refused
 * by an error of the server's, soon, and the store can be opened again.
 */
@ExtendWith(Seed.class)
final class MutatedDefinitionsTest {

  private static final int TEXTS = Integer.getInteger("twinhouse.mutated", 4000) / 2;
  private static final int MUTATIONS_OF_EACH = 4;

  private static final List<String> RIGHTS =
      List.of(
          "CREATE USER u IDENTIFIED WITH sha256_password BY 'a' HOST IP '10.0.0.0/8', LIKE 'a%'"
              + " DEFAULT ROLE NONE DEFAULT DATABASE d SETTINGS max_threads = 2 MIN 1 MAX 3 CONST",
          "CREATE USER IF NOT EXISTS u2, u3 NOT IDENTIFIED VALID UNTIL '2030-01-01'",
          "ALTER USER u2 RENAME TO u4 IDENTIFIED WITH plaintext_password BY 'x' ADD HOST LOCAL",
          "CREATE ROLE OR REPLACE r SETTINGS PROFILE 'default'",
          "CREATE ROLE r2",
          "GRANT SELECT(a, b), INSERT, ALTER UPDATE(c) ON d.* TO u, r WITH GRANT OPTION",
          "GRANT CURRENT GRANTS(READ ON FILE('x')) ON *.* TO u",
          "GRANT r, r2 TO u WITH ADMIN OPTION",
          "REVOKE GRANT OPTION FOR SELECT ON d.t* FROM ALL EXCEPT u",
          "REVOKE ADMIN OPTION FOR r FROM u",
          "SET DEFAULT ROLE ALL EXCEPT r TO u",
          "SET ROLE r",
          "CREATE ROW POLICY p ON d.t, d.* FOR SELECT USING a = 1 AS RESTRICTIVE TO u, r",
          "ALTER ROW POLICY p ON d.t RENAME TO q USING NONE TO ALL EXCEPT u",
          "CREATE SETTINGS PROFILE sp SETTINGS max_memory_usage = 1G READONLY, INHERIT 'x' TO u",
          "CREATE QUOTA q KEYED BY user_name FOR RANDOMIZED INTERVAL 30 minute MAX queries = 100,"
              + " errors 5, FOR INTERVAL 1 day NO LIMITS TO u",
          "SHOW GRANTS FOR u",
          "SHOW CREATE USER u",
          "SHOW CREATE ROW POLICY p ON d.t",
          "SHOW QUOTAS",
          "SHOW ACCESS",
          "DROP ROW POLICY IF EXISTS p ON d.t, d.*",
          "DROP USER IF EXISTS u, u2 FROM local_directory",
          "DROP ROLE r",
          "KILL QUERY WHERE query_id = 'x' SYNC",
          "KILL MUTATION WHERE table = 't' TEST",
          "EXPLAIN PLAN header = 1, actions = 1, indexes = 1 SELECT 1",
          "EXPLAIN SYNTAX run_query_tree_passes = 1 SELECT a FROM (SELECT 1 AS a)",
          "EXPLAIN QUERY TREE SELECT 1",
          "EXPLAIN AST SELECT 1 + 1",
          "EXPLAIN PIPELINE graph = 1 SELECT sum(number) FROM numbers(10)",
          "EXPLAIN ESTIMATE SELECT 1",
          "EXPLAIN TABLE OVERRIDE mysql('a') PARTITION BY x",
          "SHOW COLUMNS FROM d.t LIKE '%a'",
          "SHOW FUNCTIONS ILIKE 'arr%'",
          "SHOW PROCESSLIST FORMAT JSON",
          "SYSTEM FLUSH LOGS",
          "SYSTEM RELOAD DICTIONARIES",
          "BACKUP TABLE d.t TO Disk('backups', '1.zip') SETTINGS async = 1",
          "RESTORE TABLE d.t AS d.u FROM File('x')",
          "INSERT INTO d.t (a, * EXCEPT b) SETTINGS async_insert = 1 VALUES (1, 'x', DEFAULT)",
          "INSERT INTO FUNCTION null('a UInt8') SELECT number FROM numbers(10)",
          "DELETE FROM d.t IN PARTITION 1 WHERE a = 1",
          "UPDATE d.t SET a = 1, b = a + 1 WHERE c",
          "UNDROP TABLE d.t",
          "ATTACH TABLE d.t UUID '61f0c404-5cb3-11e7-907b-a6006ad3dba0' (a UInt8) ENGINE = Log",
          "SET max_threads = 1, param_x = 'y', custom_a = NULL",
          "USE d",
          "BEGIN TRANSACTION",
          "SELECT * FROM generateRandom('a Array(UInt8), b String', 1, 2, 3) LIMIT 3",
          "SELECT * FROM values('a UInt8, b String', (1, 'x'), (2, 'y'))",
          "SELECT * FROM format(JSONEachRow, 'a UInt8', '{\"a\":1}')",
          "SELECT * FROM numbers(5, 10, 2), zeros(3), generateSeries(1, 10, 3)",
          "SELECT range(1, 5, 2), repeat('a', 3), space(4), arrayWithConstant(3, 'x')",
          "SELECT leftPad('a', 5, 'b'), toFixedString('a', 3), arrayResize([1], 5),"
              + " randomString(3)",
          "SELECT arrayEnumerateUniq(range(5)), groupArraySample(3)(number) FROM numbers(9)",
          "SELECT number FROM numbers(10) ORDER BY number WITH FILL FROM 0 TO 20 STEP 2 LIMIT 3, 4",
          "SELECT quantiles(0.1, 0.9)(number), topK(3)(number), histogram(5)(number) FROM"
              + " numbers(9)");

  @TempDir private Path directory;

  private final Trial trial = new Trial();
  private int left = TEXTS;

  @Test
  void everyFailureIsAnErrorOfTheServers(RandomSource random) throws IOException {
    List<String> seeds = new ArrayList<>(RIGHTS);
    List<String> scripts = DefinitionScripts.names();
    for (String script : scripts) {
      seeds.addAll(DefinitionScripts.statements(script));
    }
    QueryMutation mutation = new QueryMutation(seeds);
    for (int run = 0; left > 0 && !trial.enough(); run++) {
      String url = random.oneIn(2) ? "arrow:memory:" : "arrow:" + directory.resolve("s" + run);
      List<String> statements =
          random.oneIn(8) ? RIGHTS : DefinitionScripts.statements(random.pick(scripts));
      script(url, statements, mutation, random);
      reopen(url);
    }
    System.out.println(trial);
    assertThat(trial.failures()).as(Seed.replay()).isEmpty();
  }

  private void script(
      String url, List<String> statements, QueryMutation mutation, RandomSource random) {
    try (Twinhouse engine = Twinhouse.open(url);
        Session session = engine.session()) {
      for (String statement : statements) {
        int mutations = Math.min(left, random.between(0, 2 * MUTATIONS_OF_EACH));
        for (int i = 0; i < mutations; i++) {
          String text = random.oneIn(4) ? mutation.draw(random) : mutation.of(statement, random);
          QueryRequest request =
              QueryRequest.of(text).withParameter("p", random.pick(QueryMutation.PARAMETERS));
          trial.run(random.oneIn(4) ? session::query : engine::query, request);
        }
        left -= mutations;
        trial.run(engine::query, QueryRequest.of(statement));
      }
    } catch (RuntimeException | Error e) {
      trial.fail(e, "close " + url);
    }
  }

  /** What mutations have left is read again, table by table. */
  private void reopen(String url) {
    if (url.endsWith(":memory:")) {
      return;
    }
    try (Twinhouse engine = Twinhouse.open(url)) {
      List<String> tables = new ArrayList<>();
      try (QueryResult result =
          engine.query(
              "SELECT format('`{}`.`{}`', replace(database, '`', '\\\\`'), replace(name, '`',"
                  + " '\\\\`')) FROM system.tables WHERE database NOT IN ('system',"
                  + " 'information_schema', 'INFORMATION_SCHEMA')")) {
        result.rows().forEach(row -> tables.add(row.get(0).toString()));
      }
      tables.forEach(t -> trial.run(engine::query, QueryRequest.of("SELECT * FROM " + t)));
    } catch (TwinhouseException e) {
      trial.fail(e, "open again");
    }
  }
}
