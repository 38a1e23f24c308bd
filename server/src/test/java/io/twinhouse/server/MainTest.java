// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.server.local.TwinhouseProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process: what goes to which stream, and the status. */
final class MainTest {

  @TempDir Path directory;

  private TwinhouseProcess.Ended run(String input, String... arguments) throws Exception {
    return new TwinhouseProcess(directory).run(input, arguments);
  }

  @Test
  void localPrintsResultsOnStdoutAlone() throws Exception {
    TwinhouseProcess.Ended ended =
        run(
            "",
            "local",
            "-q",
            "CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a; INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)",
            "-q",
            "SELECT a + {x:UInt8} AS b FROM t ORDER BY a",
            "--format=JSONEachRow",
            "--param_x=40",
            "--max_threads",
            "1");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo("{\"b\":41}\n{\"b\":42}\n");
    assertThat(ended.status()).isZero();
  }

  @Test
  void localReadsQueriesFromInputAndKeepsData() throws Exception {
    Path store = directory.resolve("store");
    TwinhouseProcess.Ended first =
        run(
            "CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a; INSERT INTO kept VALUES (7);",
            "local",
            "--path",
            store.toString());
    assertThat(first.err()).isEmpty();
    TwinhouseProcess.Ended second =
        run("8\n9\n", "local", "--path", store.toString(), "-q", "INSERT INTO kept FORMAT TSV");
    assertThat(second.err()).isEmpty();
    TwinhouseProcess.Ended third =
        run("SELECT sum(a) FROM kept", "local", "--path", store.toString(), "--memory-usage");
    assertThat(third.out()).isEqualTo("24\n");
    assertThat(third.err()).matches("[0-9]+\n");
  }

  @Test
  void errorsAreOneLineAndAStatus() throws Exception {
    TwinhouseProcess.Ended unknown = run("", "local", "-q", "SELECT nosuch");
    assertThat(unknown.status()).isEqualTo(47);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err())
        .startsWith("Code: 47. DB::Exception: ")
        .endsWith("(UNKNOWN_IDENTIFIER)\n")
        .hasLineCount(1);
    assertThat(run("", "local", "-q", "SELECT 1", "--nosuch=1").err()).contains("Code: 115");
    assertThat(run("", "demo", "--users", "none").status()).isEqualTo(2);
    assertThat(run("").status()).isEqualTo(2);
  }

  @Test
  void demoPrintsItsTableAndWritesItsReport() throws Exception {
    TwinhouseProcess.Ended ended =
        run("", "demo", "--users", "200", "--days", "60", "--report", "demo.html");
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("loadUsersByCountry", "sum of peaks", "QUERY_NOT_ALLOWED", "200 users");
    assertThat(ended.err()).contains("Loading embedded", "Wrote demo.html and demo.json");
    String page = Files.readString(directory.resolve("demo.html"));
    assertThat(page).contains("<svg").doesNotContain("{{", "http://", "src=");
    assertThat(Files.readString(directory.resolve("demo.json")))
        .contains("\"peakBytes\"", "\"differences\": []");
  }

  @Test
  void serverServesUntilItIsToldToEnd() throws Exception {
    Path err = directory.resolve("server-err");
    Process process = server(err);
    try {
      String ready = await(err);
      java.net.URI uri = java.net.URI.create(ready.substring(ready.indexOf("http://")).strip());
      try (InputStream in = uri.resolve("/ping").toURL().openStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Ok.\n");
      }
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(err)).hasLineCount(1);
  }

  private static Process server(Path err) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "io.twinhouse.server.Main",
            "server",
            "--http-port=0")
        .redirectError(err.toFile())
        .start();
  }

  private static String await(Path err) throws Exception {
    for (int look = 0; look < 300; look++) {
      String text = Files.exists(err) ? Files.readString(err) : "";
      if (text.endsWith("\n")) {
        return text;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the server did not start");
  }
}
