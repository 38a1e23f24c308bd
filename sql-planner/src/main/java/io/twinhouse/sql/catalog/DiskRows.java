// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.Storage;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rows of system.disks: the one that the store lies on, none if it lies in memory. */
final class DiskRows {

  private DiskRows() {}

  static void fill(SystemRows rows, Storage storage) {
    storage.directory().ifPresent(directory -> add(rows, Path.of(directory)));
  }

  private static void add(SystemRows rows, Path directory) {
    long free = 0;
    long total = 0;
    try {
      FileStore disk = Files.getFileStore(directory);
      free = disk.getUsableSpace();
      total = disk.getTotalSpace();
    } catch (IOException e) {
      // a disk that does not tell its size is listed all the same
      free = 0;
    }
    rows.add(
        "name",
        "default",
        "path",
        directory + "/",
        "free_space",
        free,
        "total_space",
        total,
        "unreserved_space",
        free,
        "type",
        "Local",
        "object_storage_type",
        "None",
        "metadata_type",
        "None");
  }
}
