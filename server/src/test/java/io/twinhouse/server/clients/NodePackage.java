// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** ClickHouse's client for Node, from the user's cache, fetched there once by npm. */
final class NodePackage {

  private static final String NAME = "@clickhouse/client";
  private static final String VERSION = "1.23.1";

  private NodePackage() {}

  /**
   * The directory that holds its node_modules.
   *
   * @throws UncheckedIOException when npm cannot have it
   */
  static Path directory() {
    Path cache =
        Path.of(System.getProperty("user.home"), ".cache", "twinhouse", "node-client", VERSION);
    try {
      if (!Files.isDirectory(cache.resolve("node_modules").resolve(NAME))) {
        Files.createDirectories(cache);
        Program.output(
            cache,
            "npm",
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--prefix",
            cache.toString(),
            NAME + "@" + VERSION);
      }
      return cache;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
