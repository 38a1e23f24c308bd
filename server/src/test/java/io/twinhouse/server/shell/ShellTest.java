// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What somebody types, and what the shell makes of it. */
final class ShellTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @TempDir Path directory;

  private String typed(String keys, boolean multiline) throws Exception {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream typed = new PipedInputStream(keyboard, 1 << 16);
        Twinhouse engine = Twinhouse.open("arrow:memory:");
        Terminal terminal =
            TerminalBuilder.builder()
                .system(false)
                .type("dumb")
                .encoding(StandardCharsets.UTF_8)
                .streams(typed, screen)
                .build()) {
      keyboard.write((keys + "exit\n").replace('\n', '\r').getBytes(StandardCharsets.UTF_8));
      terminal.setSize(new Size(120, 40));
      new Shell(
              engine,
              terminal,
              text -> List.of(text.split(";")).stream().filter(part -> !part.isBlank()).toList(),
              request -> request)
          .history(directory.resolve("history"))
          .multiline(multiline)
          .run();
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void runsStatementsAndKeepsThem() throws Exception {
    String screen =
        typed(
            "CREATE TEMPORARY TABLE t (a UInt8)\nINSERT INTO t VALUES (41)\n"
                + "SELECT a + 1 AS answer FROM t\nexit\n",
            false);
    assertThat(screen).contains("answer", "42", "1 row. Elapsed:", "Peak memory");
    assertThat(Files.readString(directory.resolve("history"))).contains("INSERT INTO t");
  }

  @Test
  void aStatementMayHaveSeveralLines() throws Exception {
    assertThat(typed("SELECT (\n40 + 2) AS answer\n", false)).contains("42");
    assertThat(typed("SELECT\n40 +\n2 AS answer;\n", true)).contains("42");
  }

  @Test
  void refusalsLeaveTheShellOpen() throws Exception {
    assertThat(typed("SELECT nosuch\nSELECT 7 AS x\nquit\n", false))
        .contains("Code: 47. DB::Exception:", "1 row.");
  }

  @Test
  void verticalIsAskedForByItsSign() throws Exception {
    assertThat(typed("SELECT 1 AS a, 2 AS b\\G\n", false)).contains("Row 1:", "a: 1", "b: 2");
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
