// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts servers of its own, beside the shared one. */
final class ServerProcessTest {
  @BeforeEach
  void needsTheLibrary() {
    String reason = ChdbLibrary.unavailableReason();
    assumeTrue(reason == null, reason);
  }

  @Test
  void stopsAndLeavesNoFiles() throws Exception {
    List<Path> before = serverDirectories();
    ServerProcess server = ServerProcess.start(ChdbLibrary.locate());
    assertThat(ClickHouseHttp.at(server.url()).query("SELECT 1")).isEqualTo("1\n");
    server.close();
    server.close();
    assertThat(ClickHouseHttp.at(server.url()).answersPing()).isFalse();
    assertThat(serverDirectories()).isSubsetOf(before);
  }

  /** The end of its standard input is all that the child sees of a parent that was killed. */
  @Test
  void endsByItselfWhenTheParentIsGone() throws Exception {
    List<Path> before = serverDirectories();
    try (ServerProcess server = ServerProcess.start(ChdbLibrary.locate())) {
      server.letGo();
      assertThat(server.ended(20, TimeUnit.SECONDS)).isTrue();
      assertThat(serverDirectories()).isSubsetOf(before);
    }
  }

  private static List<Path> serverDirectories() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("twinhouse-clickhouse"))
          .toList();
    }
  }
}
