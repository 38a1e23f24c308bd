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
 * input end. For one thread, but for {@link #kill()}.
 */
public final class ServerProcess implements AutoCloseable {
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

  private static final String USERS =
      """
      <clickhouse>
        <users>
          <default>
            <password></password>
            <networks><ip>::/0</ip></networks>
            <profile>default</profile>
            <quota>default</quota>
            <access_management>1</access_management>
          </default>
          <!-- more -->
        </users>
        <profiles><default></default></profiles>
        <quotas><default></default></quotas>
      </clickhouse>
      """;

  private final Path library;
  private final Path directory;
  private final int port;
  private volatile Process process;

  private ServerProcess(Path library, Path directory, int port) throws IOException {
    this.library = library;
    this.directory = directory;
    this.port = port;
    this.process = launch();
  }

  /**
   * Whether {@link #start()} can work here; a server that is given by its address does not count.
   */
  public static boolean isAvailable() {
    return ChdbLibrary.unavailableReason() == null;
  }

  /** A server of the caller's own, to kill and start again at will. */
  public static ServerProcess start() throws IOException, InterruptedException {
    return start(ChdbLibrary.locate());
  }

  /**
   * A server of the caller's own with more users than {@code default}, who has all rights.
   *
   * @param users elements of a users file, each named as its user
   */
  public static ServerProcess startWithUsers(String users)
      throws IOException, InterruptedException {
    return start(ChdbLibrary.locate(), users);
  }

  static ServerProcess start(Path library) throws IOException, InterruptedException {
    return start(library, "");
  }

  private static ServerProcess start(Path library, String users)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("twinhouse-clickhouse");
    String config = CONFIG;
    if (!users.isEmpty()) {
      Path file = directory.resolve("users.xml");
      Files.writeString(file, USERS.replace("<!-- more -->", users));
      config =
          CONFIG.replace(
              "</clickhouse>",
              "<user_directories><users_xml><path>"
                  + file
                  + "</path></users_xml></user_directories></clickhouse>");
    }
    Files.writeString(directory.resolve("config.xml"), config);
    ServerProcess server = new ServerProcess(library, directory, freePort());
    server.awaitAnswer();
    return server;
  }

  private Process launch() throws IOException {
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
                library.toAbsolutePath().toString(),
                directory.toString(),
                Integer.toString(port)));
    // Variables such as JAVA_TOOL_OPTIONS are meant for the tests, not for this child.
    command.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL_OPTIONS"));
    command.environment().keySet().removeIf(name -> name.startsWith("JDK_JAVA_OPTIONS"));
    // What the server writes beside its data, caches of schemas for one, goes with its directory.
    command.directory(directory.toFile());
    command.redirectErrorStream(true).redirectOutput(directory.resolve("server.log").toFile());
    return command.start();
  }

  /** Where it answers; the same after each start. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends the server from one moment to the next, as a crash does. Its data stays. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Starts it again after {@link #kill()}, with the data and the address that it had. */
  public void startAgain() throws IOException, InterruptedException {
    process = launch();
    awaitAnswer();
  }

  /** Closes the child's standard input, as the system does when this process is killed. */
  void letGo() throws IOException {
    process.getOutputStream().close();
  }

  boolean ended(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    ClickHouseHttp http = ClickHouseHttp.at(url());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!http.answersPing()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String log = Files.readString(directory.resolve("server.log"));
        close();
        throw new IOException("ClickHouse did not start at " + url() + ": " + log);
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
