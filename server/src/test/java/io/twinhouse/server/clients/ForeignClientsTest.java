// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are no Java: each runs the same script against both servers. */
@RequiresClickHouse
final class ForeignClientsTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @TempDir Path directory;

  private final ClickHouseHttp server;

  ForeignClientsTest(ClickHouseHttp server) {
    this.server = server;
  }

  @Test
  void curl() {
    need(Program.areThere("curl", "gzip", "sh"), "curl, gzip and sh are not on the PATH");
    String script = Program.script("curl.sh", directory).toString();
    String database = server.database();
    sameOutput("sh", script, "URL", database);
  }

  @Test
  void node() {
    need(Program.areThere("node", "npm"), "node and npm are not on the PATH");
    String script = Program.script("node-client.js", directory).toString();
    Path modules;
    try {
      modules = NodePackage.directory();
    } catch (UncheckedIOException unreachable) {
      // a machine without a way to the package is no reason for a red build
      Assumptions.abort("npm cannot install the client: " + unreachable.getMessage());
      return;
    }
    String found = sameOutput("node", script, "URL", modules.toString());
    assertThat(found).doesNotContain("\"failed\"").endsWith("drop: \"done\"\n");
  }

  private String sameOutput(String... command) {
    String expected = run(server.url(), command);
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE DATABASE `" + server.database() + "`");
      assertThat(run(endpoint.uri(), command)).isEqualTo(expected);
    }
    return expected;
  }

  private String run(URI url, String... command) {
    String[] whole = command.clone();
    for (int i = 0; i < whole.length; i++) {
      whole[i] = whole[i].equals("URL") ? url.toString() : whole[i];
    }
    return Program.output(directory, whole);
  }

  /** Where something is missing the test is skipped, but not where all of them have to run. */
  private static void need(boolean there, String otherwise) {
    if (!there && "true".equalsIgnoreCase(System.getenv("CI"))) {
      throw new IllegalStateException("must run with CI=true: " + otherwise);
    }
    Assumptions.assumeTrue(there, otherwise);
  }
}
