// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine's library lies: in the directory of {@code TWINHOUSE_CHDB_DIR}, else in the
 * user's cache, fetched there once by {@code npm pack} (some 150 MB to load, 570 MB on disk).
 */
final class ChdbLibrary {
  static final String VERSION = "26.7.3-stable.1";

  private static final List<String> FILE_NAMES = List.of("libchdb.so", "libchdb.dylib");

  private ChdbLibrary() {}

  /** Why there can be no library here, or null when one is present or can be fetched. */
  static @Nullable String unavailableReason() {
    if (installed().isPresent()) {
      return null;
    }
    String configured = configuredDirectory();
    if (configured != null) {
      return "TWINHOUSE_CHDB_DIR=" + configured + " holds no " + FILE_NAMES.get(0);
    }
    if (packageName().isEmpty()) {
      return "no ClickHouse library is published for "
          + System.getProperty("os.name")
          + " on "
          + System.getProperty("os.arch");
    }
    if (npm().isEmpty()) {
      return "no ClickHouse library in " + cache() + " and no npm on the PATH to fetch it with";
    }
    return null;
  }

  /** The library file, fetched first when missing; only called without an unavailable reason. */
  static Path locate() throws IOException, InterruptedException {
    Optional<Path> present = installed();
    return present.isPresent() ? present.get() : fetch();
  }

  private static Optional<Path> installed() {
    String configured = configuredDirectory();
    return findIn(configured == null ? cache() : Path.of(configured));
  }

  private static Optional<Path> findIn(Path root) {
    return Stream.of(root, root.resolve("package"))
        .flatMap(directory -> FILE_NAMES.stream().map(directory::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static @Nullable String configuredDirectory() {
    String directory = System.getenv("TWINHOUSE_CHDB_DIR");
    return directory == null || directory.isBlank() ? null : directory;
  }

  private static Path cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "twinhouse", "chdb", VERSION);
  }

  private static Path fetch() throws IOException, InterruptedException {
    Path cache = Files.createDirectories(cache());
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      Optional<Path> byAnother = findIn(cache);
      if (byAnother.isPresent() && held.isValid()) {
        return byAnother.get();
      }
      Path work = Files.createTempDirectory(cache, "fetch");
      try {
        run(work, npm().orElseThrow().toString(), "pack", "--silent", packageName().orElseThrow());
        run(work, "tar", "xzf", archive(work).toString());
        // The rename is what makes it visible: another process never sees half a library.
        Files.move(
            work.resolve("package"), cache.resolve("package"), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Directories.deleteQuietly(work);
      }
    }
    return findIn(cache)
        .orElseThrow(() -> new IOException("the package " + packageName() + " holds no library"));
  }

  private static Path archive(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new IOException("npm pack left no archive in " + work));
    }
  }

  private static void run(Path directory, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status + ": " + output);
    }
  }

  private static Optional<String> packageName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    boolean intel = machine.equals("amd64") || machine.equals("x86_64");
    if (!arm && !intel) {
      return Optional.empty();
    }
    String architecture = arm ? "arm64" : "x64";
    if (system.contains("linux")) {
      return Optional.of("@chdb/lib-linux-" + architecture + "-gnu@" + VERSION);
    }
    if (system.contains("mac")) {
      return Optional.of("@chdb/lib-darwin-" + architecture + "@" + VERSION);
    }
    return Optional.empty();
  }

  private static Optional<Path> npm() {
    String path = System.getenv("PATH");
    return Stream.of(path == null ? new String[0] : path.split(java.io.File.pathSeparator))
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, "npm"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
