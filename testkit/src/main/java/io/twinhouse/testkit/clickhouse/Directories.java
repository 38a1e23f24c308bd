// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removal of a server's directory, whose files may be vanishing under the walk. */
final class Directories {
  private Directories() {}

  /** Deletes what can be deleted; two passes, since a dying server may add a file behind us. */
  static void deleteQuietly(Path directory) {
    for (int pass = 0; pass < 2 && Files.exists(directory); pass++) {
      try {
        Files.walkFileTree(directory, new Deletion());
      } catch (IOException left) {
        // The directory lies in the system's temporary directory: what stays is cleaned there.
        continue;
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException vanished) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) {
      try {
        Files.deleteIfExists(directory);
      } catch (IOException notEmpty) {
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
