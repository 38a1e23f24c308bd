// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The ClickHouse that tests compare with: the server at {@code TWINHOUSE_CLICKHOUSE_URL} if that is
 * set ({@code http://user:password@host:8123}), else one started for this JVM at the first use and
 * stopped when the JVM ends. Tests reach it by {@link RequiresClickHouse}, which also skips them
 * where there is neither. Thread-safe.
 */
public final class RealClickHouse {
  private static final String URL_VARIABLE = "TWINHOUSE_CLICKHOUSE_URL";

  private static @Nullable RealClickHouse instance;

  private final URI url;

  private RealClickHouse(URI url) {
    this.url = url;
  }

  /**
   * The server, started when this is the first call in this JVM.
   *
   * @throws IllegalStateException when there is none, with the reason
   */
  public static synchronized RealClickHouse get() {
    if (instance == null) {
      String reason = unavailableReason();
      if (reason != null) {
        throw new IllegalStateException(reason);
      }
      instance = new RealClickHouse(configuredUrl() == null ? startedUrl() : existingUrl());
    }
    return instance;
  }

  /** Why tests cannot have a ClickHouse on this machine, or null when they can. Starts nothing. */
  public static @Nullable String unavailableReason() {
    String reason = configuredUrl() == null ? ChdbLibrary.unavailableReason() : null;
    return reason == null ? null : "no ClickHouse: " + URL_VARIABLE + " is not set, and " + reason;
  }

  /** Address with user information, if any; never ends with a slash or a path. */
  public URI url() {
    return url;
  }

  /** A connection to the server's default database. */
  public ClickHouseHttp http() {
    return ClickHouseHttp.at(url);
  }

  /**
   * A connection to an empty database of this name, made anew if it exists.
   *
   * @param name an identifier; back-ticks are not allowed in it
   */
  public ClickHouseHttp freshDatabase(String name) {
    ClickHouseHttp http = http();
    http.query("DROP DATABASE IF EXISTS `" + name + "`");
    http.query("CREATE DATABASE `" + name + "`");
    return http.inDatabase(name);
  }

  private static @Nullable String configuredUrl() {
    String url = System.getenv(URL_VARIABLE);
    return url == null || url.isBlank() ? null : url.strip();
  }

  private static URI existingUrl() {
    return URI.create(String.valueOf(configuredUrl()).replaceFirst("/$", ""));
  }

  private static URI startedUrl() {
    try {
      ServerProcess server = ServerProcess.start(ChdbLibrary.locate());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-clickhouse"));
      return server.url();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ClickHouse was starting", interrupted);
    }
  }
}
