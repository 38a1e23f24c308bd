// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Answers;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.testkit.LeakCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements about files: the answers are those that the real server's local mode gave, each script
 * in a directory of its own. {@code statements.txt} holds a script a line, its answer indented,
 * tabs written out.
 */
final class FileStatementsTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private record Case(String script, String answer) {}

  @Test
  void everyScriptAnswersAsInTheServersLocalMode(@TempDir Path directory) throws IOException {
    List<String> different = new ArrayList<>();
    int number = 0;
    for (Case one : cases()) {
      Path own = Files.createDirectory(directory.resolve("case" + number++));
      String found = answer(one.script(), own);
      if (!found.equals(one.answer())) {
        different.add(one.script() + "\n expected\n" + one.answer() + " but was\n" + found);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void aServersFilesAreThoseBelowOneDirectory(@TempDir Path directory) throws IOException {
    Path files = Files.createDirectory(directory.resolve("user_files"));
    Files.writeString(files.resolve("a.csv"), "7\n");
    Files.writeString(directory.resolve("b.csv"), "8\n");
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").files(FileAccess.below(files)).open();
        Session session = engine.session()) {
      assertThat(rows(session, "SELECT * FROM file('a.csv', 'CSV', 'a UInt8')")).isEqualTo("[[7]]");
      assertThat(rows(session, "SELECT * FROM file('../b.csv', 'CSV', 'a UInt8')"))
          .isEqualTo("291");
      assertThat(rows(session, "SELECT 1 INTO OUTFILE 'c.csv'")).isEqualTo("358");
      rows(session, "CREATE TABLE t (a UInt8) ENGINE = Memory");
      assertThat(rows(session, "INSERT INTO t FROM INFILE 'a.csv'")).isEqualTo("78");
    }
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        Session session = engine.session()) {
      String file = files.resolve("a.csv").toString();
      assertThat(rows(session, "SELECT * FROM file('" + file + "', 'CSV', 'a UInt8')"))
          .isEqualTo("344");
      assertThat(rows(session, "SELECT 1 INTO OUTFILE '" + file + "'")).isEqualTo("358");
    }
  }

  private static String rows(Session session, String statement) {
    try (QueryResult result = session.query(QueryRequest.of(statement))) {
      return result.rows().toString();
    } catch (TwinhouseException e) {
      return String.valueOf(e.number());
    }
  }

  private static String answer(String script, Path directory) {
    StringBuilder answer = new StringBuilder();
    try (Twinhouse engine =
            Twinhouse.at("arrow:memory:").files(FileAccess.ofClient(directory)).open();
        Session session = engine.session()) {
      for (String statement : script.split("; ")) {
        try (QueryResult result = session.query(QueryRequest.of(statement))) {
          String format = result.format();
          answer.append(
              result.schema().size() == 0
                  ? ""
                  : Answers.text(result, format == null ? "TSV" : format));
        }
      }
    } catch (TwinhouseException e) {
      answer.append("error ").append(e.number()).append('\n');
    }
    return answer.toString().replace(directory.toString(), "$DIR");
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    FileStatementsTest.class.getResourceAsStream("/files/statements.txt")),
                StandardCharsets.UTF_8))) {
      String script = "";
      StringBuilder answer = new StringBuilder();
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        if (line.startsWith("  ")) {
          answer.append(line.substring(2).replace("\\t", "\t")).append('\n');
          continue;
        }
        if (!script.isEmpty()) {
          cases.add(new Case(script, answer.toString()));
        }
        script = line;
        answer.setLength(0);
      }
      cases.add(new Case(script, answer.toString()));
    }
    return cases;
  }
}
