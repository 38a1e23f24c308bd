// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Key words, functions, formats, and the tables and columns that there are right now. */
final class Completion implements Completer {

  private static final List<String> KEY_WORDS =
      List.of(
          ("SELECT FROM WHERE PREWHERE GROUP BY ORDER HAVING LIMIT OFFSET WITH TOTALS ROLLUP CUBE"
                  + " JOIN LEFT RIGHT INNER FULL CROSS ANY ALL SEMI ANTI ASOF USING ON ARRAY FINAL"
                  + " SAMPLE UNION INTERSECT EXCEPT DISTINCT AS IN NOT AND OR BETWEEN LIKE ILIKE IS"
                  + " NULL CASE WHEN THEN ELSE END CAST INTERVAL OVER PARTITION WINDOW QUALIFY"
                  + " SETTINGS FORMAT INSERT INTO VALUES CREATE TABLE VIEW DATABASE TEMPORARY IF"
                  + " EXISTS ENGINE MergeTree ReplacingMergeTree DROP TRUNCATE ALTER UPDATE DELETE"
                  + " OPTIMIZE RENAME EXCHANGE SHOW TABLES DATABASES DESCRIBE EXPLAIN USE SET KILL"
                  + " QUERY")
              .split(" "));

  private static final List<String> SOURCES =
      List.of(
          "SELECT name FROM system.functions",
          "SELECT name FROM system.formats",
          "SELECT name FROM system.databases",
          "SELECT name FROM system.tables",
          "SELECT DISTINCT name FROM system.columns WHERE database != 'system'");

  private final Twinhouse engine;

  Completion(Twinhouse engine) {
    this.engine = engine;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begun = line.word().toLowerCase(Locale.ROOT);
    if (begun.isEmpty()) {
      return;
    }
    words().stream()
        .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(begun))
        .forEach(word -> candidates.add(new Candidate(word)));
  }

  private TreeSet<String> words() {
    TreeSet<String> words = new TreeSet<>(KEY_WORDS);
    for (String source : SOURCES) {
      try (QueryResult result = engine.query(QueryRequest.of(source))) {
        result.rows().forEach(row -> words.add(String.valueOf(row.get(0))));
      } catch (TwinhouseException unknown) {
        // a house without that table completes the rest
      }
    }
    return words;
  }
}
