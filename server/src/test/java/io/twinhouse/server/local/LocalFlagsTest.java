// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags of clickhouse-local that show results otherwise, or that are refused by name. */
final class LocalFlagsTest {

  @TempDir Path directory;

  @Test
  void aPagerShowsEachResult() throws Exception {
    TwinhouseProcess.Ended ended =
        new TwinhouseProcess(directory)
            .run(
                "",
                "local",
                "--pager",
                "sed s/^/-/",
                "-q",
                "SELECT 1; SET max_threads = 1; SELECT 2");
    assertThat(ended.out()).isEqualTo("-1\n-2\n");
    assertThat(ended.status()).isZero();
  }

  @Test
  void aPagerThatLeavesEndsNothing() throws Exception {
    TwinhouseProcess.Ended ended =
        new TwinhouseProcess(directory)
            .run("", "local", "--pager", "true", "-q", "SELECT 1; SELECT 2");
    assertThat(ended.status()).as(ended.err()).isZero();
  }

  @Test
  void theStageIsComplete() throws Exception {
    TwinhouseProcess shell = new TwinhouseProcess(directory);
    assertThat(shell.run("", "local", "--stage=complete", "-q", "SELECT 1").out()).isEqualTo("1\n");
    assertThat(shell.run("", "local", "--stage", "fetch_columns", "-q", "SELECT 1").err())
        .contains("Code: 48.", "--stage fetch_columns");
    assertThat(shell.run("", "local", "--stage", "none", "-q", "SELECT 1").err())
        .contains("Code: 36.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--hardware-utilization", "--print-profile-events", "--config-file=c.xml"})
  void whatThereIsNotIsRefusedByName(String flag) throws Exception {
    TwinhouseProcess.Ended ended =
        new TwinhouseProcess(directory).run("", "local", flag, "-q", "SELECT 1");
    assertThat(ended.err()).contains("Code: 48.", flag.split("=", 2)[0]);
    assertThat(ended.status()).isEqualTo(48);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aWrongFileOrPortIsToldByName() throws Exception {
    Path file = Files.writeString(directory.resolve("a file"), "x");
    TwinhouseProcess shell = new TwinhouseProcess(directory);
    assertThat(shell.run("", "local", "--queries-file", "none.sql").err())
        .isEqualTo("twinhouse: file none.sql doesn't exist\n");
    assertThat(shell.run("", "server", "--http-port", "99999").err())
        .startsWith("Code: 36.")
        .contains("There is no port 99999; give one from 1 to 65535");
    assertThat(shell.run("", "local", "--path", file.toString(), "-q", "SELECT 1").err())
        .startsWith("Code: 36.")
        .contains("a file is a file; give another path");
  }
}
