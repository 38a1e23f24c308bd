// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs outside of this JVM. */
final class Program {

  private static final long PATIENCE_SECONDS = 180;

  private Program() {}

  /** Whether each of these can be started. */
  static boolean areThere(String... names) {
    String path = System.getenv("PATH");
    List<String> directories =
        path == null ? List.of() : List.of(path.split(File.pathSeparator, -1));
    return Stream.of(names)
        .allMatch(
            name ->
                directories.stream()
                    .filter(directory -> !directory.isBlank())
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, name))));
  }

  /** What it printed, errors included. */
  static String output(Path directory, String... command) {
    try {
      Path printed = Files.createTempFile(directory, "printed", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end in " + PATIENCE_SECONDS + " s");
      }
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(command[0] + " ended with " + process.exitValue() + ": " + text);
      }
      return text;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + command[0], interrupted);
    }
  }

  /** A script of this package as a file of {@code directory}. */
  static Path script(String name, Path directory) {
    Path file = directory.resolve(name);
    try (InputStream in = Program.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
