// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One ClickHouse in a child JVM with a port and a data directory of its own. Both end with this
 * process: by {@link #close()}, or, when this process is killed, by the child seeing its standard
 * input end.
 */
final class ServerProcess implements AutoCloseable {
  private static final long START_SECONDS = 120;

  private static final String CONFIG =
      """
      <clickhouse>
        <timezone>UTC</timezone>
        <custom_settings_prefixes>SQL_</custom_settings_prefixes>
        <query_log>
          <database>system</database>
          <table>query_log</table>
          <flush_interval_milliseconds>500</flush_interval_milliseconds>
        </query_log>
        <logger><level>warning</level></logger>
      </clickhouse>
      """;

  private final Process process;
  private final Path directory;
  private final URI url;

  private ServerProcess(Process process, Path directory, URI url) {
    this.process = process;
    this.directory = directory;
    this.url = url;
  }

  static ServerProcess start(Path library) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("twinhouse-clickhouse");
    Files.writeString(directory.resolve("config.xml"), CONFIG);
    int port = freePort();
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + directory.resolve("crash.log"),
                "-cp",
                classPath(),
                ServerMain.class.getName(),
                library.toString(),
                directory.toString(),
                Integer.toString(port)));
    // Variables such as JAVA_TOOL_OPTIONS are meant for the tests, not for this child.
    command.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL_OPTIONS"));
    command.environment().keySet().removeIf(name -> name.startsWith("JDK_JAVA_OPTIONS"));
    command.redirectErrorStream(true).redirectOutput(directory.resolve("server.log").toFile());
    ServerProcess server =
        new ServerProcess(command.start(), directory, URI.create("http://127.0.0.1:" + port));
    server.awaitAnswer();
    return server;
  }

  URI url() {
    return url;
  }

  /** Closes the child's standard input, as the system does when this process is killed. */
  void letGo() throws IOException {
    process.getOutputStream().close();
  }

  boolean ended(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    ClickHouseHttp http = ClickHouseHttp.at(url);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!http.answersPing()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String log = Files.readString(directory.resolve("server.log"));
        close();
        throw new IOException("ClickHouse did not start at " + url + ": " + log);
      }
      Thread.sleep(50);
    }
  }

  /** Ends the server and deletes its directory. Idempotent. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Directories.deleteQuietly(directory);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Only what the child needs: this module's classes and JNA, which is not initialised here. */
  private static String classPath() throws IOException {
    try {
      Class<?> jna =
          Class.forName("com.sun.jna.Native", false, ServerProcess.class.getClassLoader());
      return locationOf(ServerMain.class) + java.io.File.pathSeparator + locationOf(jna);
    } catch (ClassNotFoundException missing) {
      throw new IOException("JNA is not on the class path of the tests", missing);
    }
  }

  private static Path locationOf(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException malformed) {
      throw new IOException("no file location: " + source, malformed);
    }
  }
}
