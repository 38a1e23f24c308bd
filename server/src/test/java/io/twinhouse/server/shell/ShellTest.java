// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody types, and what the shell makes of it. */
final class ShellTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  /** What is on the screen behind these entries. */
  private static String screenBehind(String... entries) throws Exception {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    // no pseudo terminal, whose threads write when they like
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        Terminal terminal =
            new DumbTerminal(
                "test",
                Terminal.TYPE_DUMB,
                InputStream.nullInputStream(),
                screen,
                StandardCharsets.UTF_8)) {
      Shell shell =
          new Shell(
              engine,
              engine.session(),
              terminal,
              text -> Stream.of(text.split(";")).filter(part -> !part.isBlank()).toList(),
              request -> request);
      for (String entry : entries) {
        shell.statements(entry);
      }
      terminal.flush();
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void runsStatementsInOneSession() throws Exception {
    assertThat(
            screenBehind(
                "CREATE TEMPORARY TABLE t (a UInt8)",
                "INSERT INTO t VALUES (41)",
                "SELECT a + 1 AS answer FROM t"))
        .contains("1 row written. Elapsed:", "answer", "42", "1 row. Elapsed:", "Peak memory");
  }

  @Test
  void refusalsLeaveTheShellOpen() throws Exception {
    assertThat(screenBehind("SELECT nosuch", "SELECT (\n7) AS x"))
        .contains("Code: 47. DB::Exception:", "1 row.");
  }

  @Test
  void verticalIsAskedForByItsSign() throws Exception {
    assertThat(screenBehind("SELECT 1 AS a, 2 AS b\\G")).contains("Row 1:", "a: 1", "b: 2");
  }

  @Test
  void aLineEndsWhereItsBracketsAreClosed() {
    StatementLine line = new StatementLine(false);
    assertThat(line.isComplete("SELECT 1")).isTrue();
    assertThat(line.isComplete("SELECT (1")).isFalse();
    assertThat(line.isComplete("SELECT '(")).isFalse();
    assertThat(line.isComplete("SELECT '('")).isTrue();
    assertThat(line.isComplete("SELECT 1 /* (")).isFalse();
    assertThat(line.isComplete("SELECT 1 -- (")).isTrue();
    assertThat(line.isComplete("SELECT 1 \\")).isFalse();
    assertThat(new StatementLine(true).isComplete("SELECT 1")).isFalse();
    assertThat(new StatementLine(true).isComplete("exit")).isTrue();
  }
}
