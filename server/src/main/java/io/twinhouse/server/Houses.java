// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Addresses of houses from what the command line says. */
final class Houses {

  private Houses() {}

  /** The embedded house in a directory, or in memory. */
  static String embedded(@Nullable Path directory) {
    return directory == null ? "arrow:memory:" : "arrow:" + directory.toAbsolutePath().normalize();
  }

  /** The ClickHouse behind an HTTP address. */
  static String clickHouse(String url) {
    return url.startsWith("clickhouse:") ? url : "clickhouse:" + url;
  }
}
