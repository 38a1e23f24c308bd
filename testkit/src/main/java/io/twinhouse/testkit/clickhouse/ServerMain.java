// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the child process runs: {@code clickhouse local} inside {@code libchdb}, kept alive by one
 * long sleeping query while its HTTP port is open. The process ends when its standard input ends,
 * which is what the operating system makes happen when the parent dies, however it dies.
 */
final class ServerMain {
  /**
   * ClickHouse refuses deep recursion by stack size, so it gets what a server thread would have.
   */
  private static final long STACK_BYTES = 64L << 20;

  private static final String KEEP_ALIVE =
      "SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM numbers(1000000) SETTINGS"
          + " function_sleep_max_microseconds_per_block=100000000000, max_block_size=1,"
          + " max_threads=1, log_queries=0 FORMAT Null";

  private ServerMain() {}

  /** Arguments: the library file, the directory of this server, the HTTP port. */
  public static void main(String[] args) throws InterruptedException {
    String library = args[0];
    Path directory = Path.of(args[1]);
    String port = args[2];
    Thread watch = new Thread(() -> endWithParent(directory), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Thread server = new Thread(null, () -> run(library, directory, port), "server", STACK_BYTES);
    server.start();
    server.join();
    endNow(1);
  }

  private static void run(String library, Path directory, String port) {
    NativeLibrary chdb = NativeLibrary.getInstance(library);
    // The JVM needs its own SIGSEGV handler: implicit null checks and safepoints arrive there.
    chdb.getFunction("chdb_set_signal_handlers_enabled").invokeVoid(new Object[] {0});
    List<String> arguments =
        List.of(
            "clickhouse",
            "--config-file=" + directory.resolve("config.xml"),
            "--path=" + directory.resolve("data"),
            "--http_port=" + port,
            "--listen_host=127.0.0.1",
            "--query",
            KEEP_ALIVE);
    Function commandLine = chdb.getFunction("chdb_query_cmdline");
    StringArray argv = new StringArray(arguments.toArray(String[]::new), "UTF-8");
    Pointer result = commandLine.invokePointer(new Object[] {arguments.size(), argv});
    report(chdb, result);
  }

  private static void report(NativeLibrary chdb, Pointer result) {
    String error =
        result == null
            ? "no result"
            : chdb.getFunction("chdb_result_error").invokeString(new Object[] {result}, false);
    System.err.println("ClickHouse ended: " + error);
    System.err.flush();
  }

  private static void endWithParent(Path directory) {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes; only the end of the stream has a meaning.
      }
    } catch (IOException broken) {
      System.err.println("lost the parent: " + broken.getMessage());
    }
    Directories.deleteQuietly(directory);
    endNow(0);
  }

  /** Ends without exit handlers: the engine's static destructors crash while its threads run. */
  private static void endNow(int status) {
    NativeLibrary.getProcess().getFunction("_exit").invokeVoid(new Object[] {status});
  }
}
