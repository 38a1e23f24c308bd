// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.file.FileAccess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Addresses of houses from what the command line says. */
public final class Houses {

  private Houses() {}

  /** The embedded house in a directory, or in memory. */
  public static String embedded(@Nullable Path directory) {
    return directory == null ? "arrow:memory:" : "arrow:" + directory.toAbsolutePath().normalize();
  }

  /** Opens a house for somebody at this machine: statements may name his files. */
  static Twinhouse withFiles(String address) {
    return Twinhouse.at(address).files(FileAccess.ofClient(Path.of(""))).open();
  }

  /** The ClickHouse behind an HTTP address. */
  public static String clickHouse(String url) {
    return url.startsWith("clickhouse:") ? url : "clickhouse:" + url;
  }

  /** A house from what a user calls it: an address of a ClickHouse, a URL of ours, a directory. */
  static String of(String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return clickHouse(text);
    }
    boolean url = text.startsWith("arrow:") || text.startsWith("clickhouse:");
    return url ? text : embedded(Path.of(text));
  }
}
