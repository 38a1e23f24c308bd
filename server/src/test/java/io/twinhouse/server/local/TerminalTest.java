// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive shell on a real terminal, which {@code script} makes for a process. */
final class TerminalTest {

  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long SECONDS = 60;
  private static final String CONTROL_C = "\u0003";

  @TempDir Path directory;

  private final StringBuilder screen = new StringBuilder();

  /** What comes to the screen, taken by a thread of its own. */
  private void follow(InputStream from) {
    Thread reader =
        new Thread(
            () -> {
              byte[] bytes = new byte[4096];
              try {
                for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
                  synchronized (screen) {
                    screen.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
                    screen.notifyAll();
                  }
                }
              } catch (IOException gone) {
                // the terminal has been closed
              }
            },
            "terminal-test-screen");
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until {@code text} stands on the screen behind {@code from}; returns where it ends. */
  private int await(String text, int from) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    synchronized (screen) {
      while (screen.indexOf(text, from) < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        assertThat(left).as("%s not found behind %d in:%n%s", text, from, screen).isPositive();
        screen.wait(left);
      }
      return screen.indexOf(text, from) + text.length();
    }
  }

  @Test
  void statementsAreTypedCancelledAndRemembered() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(SCRIPT), "needs script(1) for a terminal");
    Path history = directory.resolve("history");
    String command =
        // exec, lest a shell that was interrupted too answers 130 in the place of the command
        "stty rows 40 cols 120; exec "
            + String.join(" ", TwinhouseProcess.command())
            + " local --history_file "
            + history;
    Process process =
        // a build in the background ignores the signal that is tested, and so would its children
        new ProcessBuilder(
                "env", "--default-signal=INT", SCRIPT.toString(), "-qefc", command, "/dev/null")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream keys = process.getOutputStream()) {
      follow(process.getInputStream());
      int at = await(":) ", 0);
      type(keys, "SELECT 40 + 2 AS answer\r");
      at = await("1 row. Elapsed", await("42", at));
      type(keys, "SELECT (1,\r2) AS pair\r");
      at = await("1 row. Elapsed", await("(1,2)", at));
      type(keys, "SELECT count() FROM numbers(1000000000000)\r");
      at = await(" in memory", at);
      type(keys, CONTROL_C);
      at = await("Code: 394.", at);
      type(keys, "SELECT toStartOfMon\t(toDate('2026-02-03'))\r");
      await("2026-02-01", at);
      type(keys, "exit\r");
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    List<String> remembered = Files.readAllLines(history);
    assertThat(remembered).anyMatch(line -> line.endsWith("SELECT 40 + 2 AS answer"));
  }

  private static void type(OutputStream keys, String text) throws Exception {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }
}
