// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import io.twinhouse.engine.access.AccountRules;
import io.twinhouse.engine.access.AccountRules.Administration;
import io.twinhouse.engine.access.Credential;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.api.TwinhouseBuilder;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.server.http.UsersFile;
import io.twinhouse.server.local.Houses;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves an embedded house over HTTP until the process is told to end. */
@Command(
    name = "server",
    description = "Serves ClickHouse's HTTP protocol over an embedded house.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ServerCommand implements Callable<Integer> {

  @Option(names = "--http-port", paramLabel = "P", description = "port, 0 for any free one")
  private int port = 8123;

  @Option(names = "--listen-host", paramLabel = "HOST", description = "address to listen on")
  private String host = "127.0.0.1";

  @Option(names = "--path", paramLabel = "DIR", description = "keeps the data here; else in memory")
  private @Nullable Path path;

  @Option(
      names = "--user-files-path",
      paramLabel = "DIR",
      description = "files that the table function file may read and write; none if left out")
  private @Nullable Path userFiles;

  @Option(
      names = "--max-server-memory-usage",
      paramLabel = "BYTES",
      description = "the most that all queries and tables may hold; 80 %% of the heap if 0")
  private long memoryLimit;

  @Option(
      names = "--password",
      paramLabel = "TEXT",
      description = "password of the user default; none if empty")
  private String password = "";

  @Option(
      names = "--access-management",
      description = "lets the user default manage users, roles and rights by SQL")
  private boolean accessManagement;

  @Option(
      names = "--users-file",
      paramLabel = "FILE",
      description = "users, their passwords and profiles, as in ClickHouse's users.xml")
  private @Nullable Path usersFile;

  @Spec private CommandSpec spec = CommandSpec.create();

  private ServerCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    TwinhouseBuilder builder = Twinhouse.at(Houses.embedded(path));
    if (memoryLimit > 0) {
      builder.memoryLimit(memoryLimit);
    }
    if (userFiles != null) {
      builder.files(FileAccess.below(userFiles));
    }
    EndpointOptions chosen =
        EndpointOptions.DEFAULT
            .withHost(host)
            .withPort(port)
            .withUser(
                "default",
                AccountRules.ofOrdinary("default", Credential.plaintext(password))
                    .withAdministration(
                        accessManagement ? Administration.ALL : Administration.NONE));
    if (usersFile != null) {
      chosen = chosen.withUsers(UsersFile.read(usersFile));
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  end.countDown();
                  awaitQuietly(ended);
                },
                "twinhouse-shutdown"));
    try (Twinhouse engine = builder.open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, chosen)) {
      err.println("Ready for connections: " + endpoint.uri());
      err.flush();
      end.await();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
